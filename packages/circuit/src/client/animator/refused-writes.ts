import type { OutboxEntry } from '@navette/client';
import { RECEPTION_OPERATIONS } from './reception-inputs.ts';

type WireError = NonNullable<OutboxEntry['error']>;

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
	/** What was asked, to ask it again. */
	readonly input: unknown;
	/** What the screen that wrote it said of it. */
	readonly label?: unknown;
	readonly error?: WireError;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

type Fields = Readonly<Record<string, unknown>>;

/** The amount that a write of one line asks for, when it is one. */
const askedAmount = ({ rec, dis, q2, g }: Fields): number | undefined => {
	const asked = (rec ?? dis ?? { q2, g }) as Fields;
	return numberOf(asked.q2) ?? numberOf(asked.g);
};

/** What was refused when the log was replayed, in the order in which it was typed. */
export const refusedWrites = (outbox: readonly OutboxEntry[]): RefusedWrite[] =>
	outbox.flatMap(({ id, name, state, error, input, label }): RefusedWrite[] => {
		if (state !== 'refused' || !RECEPTION_OPERATIONS.includes(name)) return [];
		const asked = (input ?? {}) as Fields;
		const detail = (error?.detail ?? {}) as Fields;
		const current = numberOf(detail.current);
		const wanted = numberOf(detail.wanted) ?? askedAmount(asked);
		const at = numberOf(detail.t);
		const by = textOf(detail.par);
		return [
			{
				...{ id, operation: name, code: error?.code ?? 'E-DEFECT', input },
				about: textOf(asked.prod) || textOf(asked.pr) || textOf(asked.co),
				...(current === undefined ? {} : { current }),
				...(wanted === undefined ? {} : { wanted }),
				...(by === '' ? {} : { by }),
				...(at === undefined ? {} : { at }),
				...(label === undefined ? {} : { label }),
				...(error ? { error } : {}),
			},
		];
	});

/**
 * The write again, over whatever is there now: "mine all the same". Packages keep their place in the
 * question, so that a moved one goes where it was asked to.
 */
export const insistedInput = ({ input }: Pick<RefusedWrite, 'input'>): unknown => {
	const { seen: _seen, paq, ...asked } = (input ?? {}) as Fields;
	if (!Array.isArray(paq)) return asked;
	const unseen = (paq as readonly Fields[]).map(({ seen: _was, ...one }) => one);
	return { ...asked, paq: unseen };
};
