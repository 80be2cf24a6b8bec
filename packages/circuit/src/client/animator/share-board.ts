import { amountOf, GROUP_ITSELF, type Mode, wantedOf } from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';
import type { ReceptionState } from './reception-replay.ts';

/** What somebody wants of a product and is given. Amounts are halves (U, UP) or grams (P). */
export interface SharePart {
	readonly co: string;
	readonly ordered: number;
	readonly wanted: number;
	/** Absent = nobody said. */
	readonly given?: number;
}

/** What was received of a product and what became of it. */
export interface ShareBoard {
	readonly mode: Mode;
	/** Absent = nothing declared. */
	readonly received?: number;
	readonly wanted: number;
	readonly given: number;
	/** Received and not given; negative = more given than received. */
	readonly left: number;
	/** First ordered first; the group itself last. */
	readonly parts: readonly SharePart[];
}

/** How a product of a group is shared out. */
export const shareBoard = (
	code: string,
	{ order, orders }: Pick<ReceptionState, 'order' | 'orders'>,
	catalogue: OfferedCatalogue,
): ShareBoard => {
	const mode = catalogue.lignes[code]?.perm.mode ?? 'U';
	const line = order?.lignes[code];
	const people = Object.entries(orders)
		.flatMap(([co, { lignes }]) => (lignes[code] ? [{ co, line: lignes[code] }] : []))
		.toSorted((a, b) => a.line.t1 - b.line.t1)
		.map(
			({ co, line: own }): SharePart => ({
				...{ co, ordered: amountOf(mode, own.cmd), wanted: amountOf(mode, wantedOf(own)) },
				...(own.dis ? { given: amountOf(mode, own.dis) } : {}),
			}),
		);
	const itself = people.find(({ co }) => co === GROUP_ITSELF);
	const received = line?.rec ? amountOf(mode, line.rec) : undefined;
	const given = amountOf(mode, line?.dis);
	return {
		...{ mode, wanted: amountOf(mode, line?.att), given },
		...(received === undefined ? {} : { received }),
		left: (received ?? 0) - given,
		parts: [
			...people.filter(({ co }) => co !== GROUP_ITSELF),
			itself ?? { co: GROUP_ITSELF, ordered: 0, wanted: 0 },
		],
	};
};
