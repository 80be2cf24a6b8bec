import { createFormats } from '@navette/ui/formats';
import type { Mode } from '../../model/index.ts';
import { amountOf, quantityOf } from '../../model/index.ts';
import type { OrderPlace } from './consumer-role.ts';

/** One change of a line of an order. Amounts are halves (U, UP) or grams (P); 0 = no line. */
export interface LineChange {
	readonly code: string;
	readonly mode: Mode;
	/** Name of the product, for lists of what is waiting. */
	readonly lib: string;
	/** What the person saw. */
	readonly from: number;
	readonly to: number;
}

/** What an operation of the outbox remembers of the change. */
export interface LineLabel extends LineChange {
	readonly kind: 'order-line';
	readonly gp: string;
	readonly livr: string;
	/** What a list of waiting operations shows: `Oranges : 1½ (14/06/2025)`. */
	readonly fr: string;
	readonly en: string;
}

/** An operation to queue. */
export interface QueuedCall {
	readonly name: string;
	readonly input: unknown;
	readonly label: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

const isLabel = (label: Readonly<Record<string, unknown>>): boolean =>
	label.kind === 'order-line' &&
	[label.code, label.lib, label.gp, label.livr].every((text) => typeof text === 'string') &&
	[label.from, label.to].every((amount) => typeof amount === 'number') &&
	['U', 'UP', 'P'].includes(String(label.mode));

/** The change that an entry of the outbox remembers, when it is one of these. */
export const lineLabelOf = (label: unknown): LineLabel | undefined =>
	isRecord(label) && isLabel(label) ? (label as unknown as LineLabel) : undefined;

const FORMATS = { fr: createFormats('fr'), en: createFormats('en') };

const sentence = (language: 'fr' | 'en', { mode, lib, to }: LineChange, livr: string): string => {
	const formats = FORMATS[language];
	const amount = mode === 'P' ? formats.weight(to) : formats.quantity(to);
	const colon = language === 'fr' ? '\u00a0:' : ':';
	return `${lib}${colon} ${amount} (${formats.day(livr, 'short')})`;
};

/** The operation `CmdLigne` of a change: it says what was seen, so that nobody is overwritten. */
export const orderLineCall = (place: OrderPlace, change: LineChange): QueuedCall => {
	const { code, mode, from, to } = change;
	const { gp, livr } = place;
	const texts = { fr: sentence('fr', change, livr), en: sentence('en', change, livr) };
	const label: LineLabel = { ...change, kind: 'order-line', gp, livr, ...texts };
	return {
		name: 'CmdLigne',
		input: {
			...place,
			prod: code,
			...quantityOf(mode, to),
			seen: from === 0 ? null : quantityOf(mode, from),
		},
		label,
	};
};

/** Whether an input of `CmdLigne` is for this order. */
export const isForOrder = (input: unknown, place: OrderPlace): boolean =>
	isRecord(input) &&
	(['gc', 'co', 'gp', 'livr'] as const).every((name) => String(input[name]) === place[name]);

/** The amount that an input of `CmdLigne` asks for. */
export const askedAmount = (input: unknown, mode: Mode): number =>
	isRecord(input) ? amountOf(mode, input as { q2?: number; g?: number }) : 0;
