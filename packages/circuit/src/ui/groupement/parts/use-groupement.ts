import { type RoleView, type ThreadView, useFormats, useNow, useThread } from '@navette/ui';
import { useCallback, useMemo } from 'react';
import { documentOf, documentsOf } from '../../../client/index.ts';
import type { CalendarEntry, Contact, Delivery, GeneralDirectory } from '../../../model/index.ts';

/** The groupement of a manager's role. */
const groupementOf = (role: RoleView): string => role.gp ?? role.right.split('/')[1] ?? '';

/** A delivery with its code. */
export interface KnownDelivery {
	readonly livr: string;
	readonly delivery: Delivery;
}

/** A groupement with its calendar, its deliveries, the names of its groups and producers. */
export interface GroupementView {
	readonly right: string;
	readonly gp: string;
	readonly now: number;
	readonly timeZone: string;
	readonly calendar: ThreadView;
	readonly entries: readonly CalendarEntry[];
	/** By day. */
	readonly deliveries: readonly KnownDelivery[];
	readonly general: GeneralDirectory | undefined;
	/** Codes of the groups it does business with. */
	readonly linked: readonly string[];
	groupName(gc: string): string;
	/** Where a group is reached, as far as the directory says it. */
	groupAddress(gc: string): string;
	producerName(pr: string): string;
	/** Codes of the producers, the groupement itself (`1`) first. */
	readonly producers: readonly string[];
}

const NO_ENTRIES: readonly CalendarEntry[] = [];

/** Listens to the calendar and the directories of a groupement. */
export function useGroupement(role: RoleView): GroupementView {
	const gp = groupementOf(role);
	const now = useNow();
	const { timeZone } = useFormats();
	const calendar = useThread(`CALGP/${gp}`);
	const groups = useThread('RGC/', { types: ['RG', 'RC'] });
	const producers = documentOf(useThread('RGP/', { types: ['RP'] }), 'RP', gp);
	const general = documentOf(groups, 'RG', '');
	const contacts = documentsOf(groups, 'RC');
	const codes = useMemo(
		() => [
			'1',
			...Object.keys(producers?.prs ?? {})
				.filter((pr) => pr !== '1')
				.toSorted((a, b) => Number(a) - Number(b)),
		],
		[producers],
	);
	const documents = documentsOf(calendar, 'LIVRG');
	const deliveries = useMemo(
		() =>
			[...documents.values()]
				.map(({ key, data }) => ({ livr: key.livr ?? '', delivery: data }))
				.toSorted((a, b) => a.livr.localeCompare(b.livr)),
		[documents],
	);
	const nameOf = (gc: string) => general?.gcs[gc]?.nom ?? gc;
	const contactOf = (gc: string): Contact | undefined => contacts.get(gc)?.data.g;
	return {
		...{ gp, now, timeZone, calendar, deliveries, general, right: role.right },
		entries: documentOf(calendar, 'CALG', gp)?.livrs ?? NO_ENTRIES,
		linked: role.gcs ?? [],
		groupName: nameOf,
		groupAddress: (gc) => contactOf(gc)?.adr ?? general?.gcs[gc]?.lieu ?? nameOf(gc),
		producers: codes,
		producerName: useCallback(
			(pr: string) =>
				producers?.prs[pr]?.carte.nom ?? (pr === '1' ? (general?.gps[gp]?.nom ?? gp) : `n° ${pr}`),
			[producers, general, gp],
		),
	};
}
