import { type RoleView, useNow, useReport, useThread } from '@navette/ui';
import { useMemo, useRef } from 'react';
import {
	documentOf,
	documentsOf,
	type OfferedCatalogue,
	type PrintData,
	type PrintedContact,
} from '../../client/index.ts';
import {
	type ConsumersDirectory,
	DEFAULT_TOLERANCE,
	type Delivery,
	type GroupSheet,
	type ProducersDirectory,
} from '../../model/index.ts';
import { type PrintingRole, printingRole } from './printing-role.ts';

type Thread = ReturnType<typeof useThread>;

/** The thread that holds the orders and cartons a role prints. */
const threadOf = ({ usage, gc, pr }: PrintingRole, gp: string, livr: string): string => {
	if (usage === 'GC') return `CMDG/${gc}.${gp}.${livr}`;
	return usage === 'GP' ? `CMDGP/${gp}.${livr}` : `CMDPR/${gp}.${pr}`;
};

const contactsOf = (
	consumers: ReadonlyMap<string, { readonly data: ConsumersDirectory }>,
	producers: ProducersDirectory | undefined,
	who: PrintingRole,
	groupName: (gc: string) => string,
): PrintedContact[] => [
	...[...consumers].flatMap(([gc, { data }]): PrintedContact[] => [
		{ kind: 'groups', name: groupName(gc), contact: data.g },
		...(who.gc === gc
			? Object.values(data.cos)
					.filter(({ st }) => st !== 9)
					.map(({ carte, contact }) => ({ kind: 'consumers', name: carte.nom, contact }) as const)
			: []),
	]),
	...Object.values(producers?.prs ?? {}).map(
		({ carte, contact }) => ({ kind: 'producers', name: carte.nom, contact }) as const,
	),
];

/** What a print shows, or what is still missing for it. */
export interface PrintSource {
	readonly missing: Thread;
	readonly report: ReturnType<typeof useReport<OfferedCatalogue>>;
	readonly delivery: Delivery | undefined;
	readonly data: PrintData | undefined;
	readonly syncedAt: number | undefined;
}

/** Names and contacts that a role is shown. */
function useNames(who: PrintingRole, gp: string) {
	const filters = who.gc === undefined ? {} : { filters: { RC: { gc: who.gc } } };
	const groups = useThread('RGC/', { types: ['RG', 'RC'], ...filters });
	const groupements = useThread('RGP/', { types: ['RG', 'RP'] });
	const general = documentOf(groupements, 'RG', '');
	const producers = documentOf(groupements, 'RP', gp);
	const consumers = documentsOf(groups, 'RC');
	const { gc: own } = who;
	/* a paper that is printed with codes instead of names cannot be called back */
	const areThere = groups.status !== 'loading' && groupements.status !== 'loading';
	return useMemo(() => {
		const groupName = (gc: string) => general?.gcs[gc]?.nom ?? gc;
		const cos = own === undefined ? undefined : consumers.get(own)?.data.cos;
		return {
			...{ areThere, groupName, producers, consumers },
			groupement: general?.gps[gp]?.nom ?? gp,
			producerName: (pr: string) => producers?.prs[pr]?.carte.nom ?? `n° ${pr}`,
			consumerName: (co: string) =>
				co === '1' && own !== undefined ? groupName(own) : (cos?.[co]?.carte.nom ?? `n° ${co}`),
		};
	}, [areThere, general, producers, consumers, own, gp]);
}

/** When a paper was made: the time of its first preview, so that no page moves under who prints it. */
function useMadeAt(isThere: boolean): number {
	const now = useNow(60_000);
	const made = useRef(now);
	if (!isThere) made.current = now;
	return made.current;
}

/** Reads all that the prints of a delivery need, as the role sees it. */
export function usePrintData(role: RoleView, gp: string, livr: string): PrintSource {
	const who = useMemo(() => printingRole(role), [role]);
	const { right, usage, gc, pr } = who;
	const calendar = useThread(`CALGP/${gp}`);
	const thread = useThread(threadOf(who, gp, livr));
	const report = useReport<OfferedCatalogue>('Catalogue', {
		...{ right, gp, livr },
		...(gc === undefined ? {} : { gc }),
	});
	const sheet = useReport<GroupSheet | null>(
		usage === 'GC' ? 'Lire' : undefined,
		usage === 'GC' ? { right, type: 'FGC', id: gc } : {},
	);
	const names = useNames(who, gp);
	const delivery = documentOf(calendar, 'LIVRG', `${gp}.${livr}`);
	const [bcg, bcc, cart] = [
		documentsOf(thread, 'BCG'),
		documentsOf(thread, 'BCC'),
		documentsOf(thread, 'CART'),
	];
	const catalogue = report.result;
	const tolerance = sheet.result?.par;
	const isSheetMissing = usage === 'GC' && sheet.status === 'loading';
	const now = useMadeAt(delivery !== undefined && catalogue !== undefined && names.areThere);
	const data = useMemo((): PrintData | undefined => {
		if (!delivery || !catalogue || !names.areThere || isSheetMissing) return undefined;
		const served = Object.entries(delivery.pts)
			.filter(([code]) => gc === undefined || code === gc)
			.toSorted(([, a], [, b]) => a.ordre - b.ordre);
		return {
			...{ reader: usage, gp, livr, delivery, catalogue, now, ...names },
			groups: served.map(([code]) => ({
				...{ gc: code, name: names.groupName(code) },
				order: bcg.get(`${code}.${gp}.${livr}`)?.data ?? null,
			})),
			orders: Object.fromEntries([...bcc.values()].map(({ key, data }) => [key.co ?? '', data])),
			cartons: [...cart.values()]
				.filter(({ key }) => key.livr === livr && (pr === undefined || key.pr === pr))
				.map(({ key, data: carton }) => ({ gc: key.gc ?? '', pr: key.pr ?? '', data: carton })),
			contacts: contactsOf(names.consumers, names.producers, who, names.groupName),
			tolerance: tolerance ?? DEFAULT_TOLERANCE,
		};
	}, [
		delivery,
		catalogue,
		gp,
		livr,
		now,
		names,
		gc,
		pr,
		bcg,
		bcc,
		cart,
		who,
		usage,
		tolerance,
		isSheetMissing,
	]);
	return {
		missing: calendar.status === 'ready' ? thread : calendar,
		...{ report, delivery, data, syncedAt: thread.syncedAt },
	};
}
