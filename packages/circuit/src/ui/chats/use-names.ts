import { type RoleView, useFormats, useText, useThread } from '@navette/ui';
import { type ChatMessage, type ChatPlace, documentOf, documentsOf } from '../../client/index.ts';
import { chatTexts } from './chat-texts.ts';

/** Who wrote, as a reader is told: a name where he may see it, initials otherwise; and what he is. */
export interface AuthorName {
	readonly name: string;
	readonly detail?: string;
}

/** Names of the directories that a role may read. */
export interface Names {
	group(gc: string): string;
	groupement(gp: string): string;
	author(author: ChatMessage['author']): AuthorName;
	/** Name of a chat: what it is about. */
	chat(place: ChatPlace): string;
}

const ofGroup = ({ usage }: RoleView): boolean => usage === 'CO' || usage === 'GC';

/** Names from the directories; codes and initials where they do not say. */
export function useNames(role: RoleView): Names {
	const text = useText(chatTexts);
	const { day } = useFormats();
	const producers = useThread('RGP/', { types: ['RG', 'RP'] });
	const people = useThread(ofGroup(role) ? 'RGC/' : undefined, {
		types: ['RC'],
		filters: { RC: { gc: role.gc ?? '' } },
	});
	const general = documentOf(producers, 'RG', '');
	const group = (gc: string) => general?.gcs[gc]?.nom ?? gc;
	const groupement = (gp: string) => general?.gps[gp]?.nom ?? gp;
	const author = ({ role: as, code, init }: ChatMessage['author']): AuthorName => {
		const [house = '', number = ''] = code.split('.');
		if (as === 'GP') return { name: groupement(code), detail: text.groupement };
		if (as === 'GC') return { name: group(code), detail: text.animators };
		if (as === 'PR') {
			const directory = documentOf(producers, 'RP', house);
			return { name: directory?.prs[number]?.carte.nom ?? init, detail: text.producer };
		}
		return { name: documentsOf(people, 'RC').get(house)?.data.cos[number]?.carte.nom ?? init };
	};
	const chat = (place: ChatPlace): string => {
		if (place.type === 'CHCO') return text.names.CHCO(group(place.gc));
		if (place.type === 'CHPR') return text.names.CHPR(groupement(place.gp));
		const about =
			place.type === 'CHL' ? text.names.CHL(groupement(place.gp)) : text.names.CHD(group(place.gc));
		return `${about}, ${day(place.livr, 'short')}`;
	};
	return { group, groupement, author, chat };
}
