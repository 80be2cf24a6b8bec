import type { OutboxEntry } from '@navette/client';

/** A write of the log of an unloading that the server refused, with both values when it has them. */
export interface RefusedWrite {
	/** To be discarded once answered. */
	readonly id: string;
	readonly operation: string;
	/** `E-VU`, `E-PHASE`, `E-PAQ`… */
	readonly code: string;
	/** Product, consumer or package concerned. */
	readonly about: string;
	/** What is there now, and what this device asked: halves, or grams. */
	readonly current?: number;
	readonly wanted?: number;
	/** Mark of who wrote what is there (`parseAuthorMark`), and when. */
	readonly by?: string;
	readonly at?: number;
}

/** Operations that are written without network while a truck is unloaded and baskets are filled. */
export const RECEPTION_OPERATIONS: readonly string[] = [
	...['RecLigne', 'RecCommeExp', 'PaqAjouter', 'PaqDeplacer', 'PaqCorriger'],
	...['DisLigne', 'DisRepartir', 'DisRetrait', 'AttLigne'],
];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

/** What was refused when the log was replayed, in the order in which it was typed. */
export const refusedWrites = (outbox: readonly OutboxEntry[]): RefusedWrite[] =>
	outbox.flatMap(({ id, name, state, error, input }): RefusedWrite[] => {
		if (state !== 'refused' || !RECEPTION_OPERATIONS.includes(name)) return [];
		const asked = (input ?? {}) as Readonly<Record<string, unknown>>;
		const detail = (error?.detail ?? {}) as Readonly<Record<string, unknown>>;
		const [current, wanted] = [numberOf(detail.current), numberOf(detail.wanted)];
		const at = numberOf(detail.t);
		const by = textOf(detail.par);
		return [
			{
				...{ id, operation: name, code: error?.code ?? 'E-DEFECT' },
				about: textOf(asked.prod) || textOf(asked.pr) || textOf(asked.co),
				...(current === undefined ? {} : { current }),
				...(wanted === undefined ? {} : { wanted }),
				...(by === '' ? {} : { by }),
				...(at === undefined ? {} : { at }),
			},
		];
	});
