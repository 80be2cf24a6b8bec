import type { LinkState } from '../../model/index.ts';

/** An entry of the report `Liens`. */
export interface LinkEntry {
	readonly gc: string;
	readonly gp: string;
	readonly own: LinkState;
	/** What the other side says; absent = it knows nothing of it. */
	readonly other?: LinkState;
	readonly t: number;
}

/** Where a link stands, as the side that looks sees it. */
export type LinkStanding = 'active' | 'asked' | 'waiting' | 'suspended' | 'stopped';

/**
 * `asked`: the other side proposes; `waiting`: this one has said yes and the other not yet; `suspended`:
 * this side stopped it; `stopped`: the other did.
 */
export const linkStanding = ({ own, other }: Pick<LinkEntry, 'own' | 'other'>): LinkStanding => {
	if (own === 'suspendu') return 'suspended';
	if (own === 'demande') return 'asked';
	if (other === 'actif') return 'active';
	return other === 'suspendu' ? 'stopped' : 'waiting';
};

const ORDER: readonly LinkStanding[] = ['asked', 'waiting', 'active', 'stopped', 'suspended'];

/** Links by where they stand, what waits for somebody first. */
export const linksByStanding = (
	links: readonly LinkEntry[],
	nameOf: (gc: string) => string,
): { readonly standing: LinkStanding; readonly links: readonly LinkEntry[] }[] =>
	ORDER.map((standing) => ({
		standing,
		links: links
			.filter((one) => linkStanding(one) === standing)
			.toSorted((a, b) => nameOf(a.gc).localeCompare(nameOf(b.gc), 'fr')),
	})).filter((part) => part.links.length > 0);

/** Initials that a name suggests: `Ferme de la Lande` → `FL`; two to four letters, or nothing. */
export const suggestedInitials = (name: string): string => {
	const words = name.split(/[\s'’-]+/).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
	const letters = words.map((word) => word.replaceAll(/[^\p{L}]/gu, '')[0] ?? '').join('');
	const plain = name.replaceAll(/[^\p{L}]/gu, '');
	const initials = letters.length >= 2 ? letters : plain.slice(0, 2);
	return initials.length >= 2 ? initials.slice(0, 4).toUpperCase() : '';
};
