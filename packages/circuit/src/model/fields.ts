import { parseDay } from '@navette/core';
import * as v from 'valibot';

const integer = (min: number, max: number) =>
	v.pipe(v.number(), v.safeInteger(), v.minValue(min), v.maxValue(max));

/** Milliseconds UTC since 1970. */
export const instantSchema = integer(0, 8_640_000_000_000_000);
/** Milliseconds UTC since 1970. */
export type Instant = v.InferOutput<typeof instantSchema>;

/** Integer grams: a weight or a sum of weights. */
export const gramsSchema = integer(0, Number.MAX_SAFE_INTEGER);
/** Integer cents: an amount or a sum of amounts. */
export const centsSchema = integer(0, Number.MAX_SAFE_INTEGER);
/** Integer count of half units (1 = ½, 2 = 1), or a sum of them. */
export const halvesSchema = integer(0, Number.MAX_SAFE_INTEGER);
/** Unit price: cents, at most 10,000 €. With the next three bounds no price of a line overflows. */
export const unitPriceSchema = integer(0, 1_000_000);
/** Weight of one unit or piece: 1 g to 400 kg. */
export const unitGramsSchema = integer(1, 400_000);
/** Grams that somebody writes in one line, at most 10 t. */
export const writtenGramsSchema = integer(0, 10_000_000);
/** Halves that somebody writes in one line, at most 10,000 units. */
export const writtenHalvesSchema = integer(0, 20_000);
/** A number of things: people, references, packages. */
export const countSchema = integer(0, 1_000_000);
/** Basis points: 550 = 5.5 %. */
export const basisPointsSchema = integer(0, 10_000);
/** Alerts of a line or of an order, one bit each (see `alertBits`). */
export const alertsSchema = integer(0, 8_191);
/** A calendar day as the integer `yyyymmdd`. */
export const daySchema = v.pipe(
	v.number(),
	v.check((day) => parseDay(day) !== undefined, 'not a calendar day'),
);

/** One line or paragraph of text of at most `max` UTF-16 units, never empty. */
export const textSchema = (max: number) =>
	v.pipe(
		v.string(),
		v.nonEmpty(),
		v.maxLength(max),
		v.check((text) => text.isWellFormed()),
	);

/** Mark of an author (see `authorMark`). */
export const authorSchema = textSchema(120);

/** A whole number within bounds, both included. */
export const integerSchema = integer;
