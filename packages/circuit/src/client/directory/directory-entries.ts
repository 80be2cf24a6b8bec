import {
	type Card,
	type ConsumersDirectory,
	type Contact,
	type GeneralDirectory,
	GROUP_ITSELF,
	type ProducersDirectory,
} from '../../model/index.ts';
import { plainText } from '../consumer/product-filter.ts';

/** What an entry of the directory is about. */
export const ENTRY_KINDS = ['person', 'group', 'groupement', 'producer'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Somebody, a group, a groupement or a producer, as a reader may see it. */
export interface DirectoryEntry {
	readonly kind: EntryKind;
	/** `dupleix.3`, `dupleix`, `bocage`, `bocage.2` */
	readonly id: string;
	readonly card: Card;
	/** Only what this reader may see; nothing in it = nothing is shown to him. */
	readonly contact: Contact;
	/** Name of the group of a person, of the groupement of a producer. */
	readonly house?: string;
	/** Shelves of a producer. */
	readonly shelves: readonly string[];
	/** Initials of the consumers of a group, where names are not shown. */
	readonly initials: readonly string[];
	/** Who left: his card stays until his last delivery is archived. */
	readonly left: boolean;
}

/** The directories that a reader has, each as the server projects it for him. */
export interface DirectorySources {
	readonly general: GeneralDirectory | undefined;
	/** By group. */
	readonly consumers: ReadonlyMap<string, ConsumersDirectory>;
	/** By groupement. */
	readonly producers: ReadonlyMap<string, ProducersDirectory>;
	/** Whether people have names here: for the people of a group only. */
	readonly named: boolean;
}

const NO_CONTACT: Contact = { tels: [], mails: [] };
const NONE = { shelves: [], initials: [], left: false };

const byName = (a: DirectoryEntry, b: DirectoryEntry): number =>
	Number(a.left) - Number(b.left) || a.card.nom.localeCompare(b.card.nom, 'fr');

const peopleOf = ({ consumers, general, named }: DirectorySources): DirectoryEntry[] =>
	named
		? [...consumers].flatMap(([gc, { cos }]) =>
				Object.entries(cos)
					.filter(([co]) => co !== GROUP_ITSELF)
					.map(([co, { carte, contact, st }]): DirectoryEntry => {
						const house = general?.gcs[gc]?.nom ?? gc;
						return {
							...{ ...NONE, kind: 'person', id: `${gc}.${co}`, card: carte, contact, house },
							left: st === 9,
						};
					}),
			)
		: [];

const groupsOf = ({ consumers, general, named }: DirectorySources): DirectoryEntry[] =>
	Object.entries(general?.gcs ?? {}).map(([gc, card]): DirectoryEntry => {
		const directory = consumers.get(gc);
		const people = Object.entries(directory?.cos ?? {}).filter(([co]) => co !== GROUP_ITSELF);
		return {
			...{ ...NONE, kind: 'group', id: gc, card, contact: directory?.g ?? NO_CONTACT },
			initials: named ? [] : people.map(([, { carte }]) => carte.init).toSorted(),
		};
	});

const groupementsOf = ({ producers, general }: DirectorySources): DirectoryEntry[] =>
	Object.entries(general?.gps ?? {}).map(
		([gp, card]): DirectoryEntry => ({
			...{ ...NONE, kind: 'groupement', id: gp, card },
			contact: producers.get(gp)?.g ?? NO_CONTACT,
		}),
	);

const producersOf = ({ producers, general }: DirectorySources): DirectoryEntry[] =>
	[...producers].flatMap(([gp, { prs }]) =>
		Object.entries(prs).map(([pr, { carte, contact, rayons }]): DirectoryEntry => {
			const house = general?.gps[gp]?.nom ?? gp;
			return {
				...{ ...NONE, kind: 'producer', id: `${gp}.${pr}`, card: carte, contact, house },
				shelves: rayons,
			};
		}),
	);

/** Every entry that a reader may see, by kind then name. */
export const directoryEntries = (sources: DirectorySources): readonly DirectoryEntry[] =>
	[peopleOf, groupsOf, groupementsOf, producersOf].flatMap((read) =>
		read(sources).toSorted(byName),
	);

const textOf = ({ card, house = '', shelves }: DirectoryEntry): string =>
	plainText([card.nom, card.init, card.lieu ?? '', card.tx ?? '', house, ...shelves].join(' '));

/** Entries in which every word of a search is found, whatever accents and case. */
export const searchEntries = (
	entries: readonly DirectoryEntry[],
	search: string,
): readonly DirectoryEntry[] => {
	const words = plainText(search).split(/\s+/).filter(Boolean);
	return entries.filter((entry) => {
		const text = textOf(entry);
		return words.every((word) => text.includes(word));
	});
};

/** Whether a contact shows any way to reach somebody. */
export const isReachableBy = ({ tels, mails, adr, tx }: Contact): boolean =>
	tels.length > 0 || mails.length > 0 || adr !== undefined || tx !== undefined;
