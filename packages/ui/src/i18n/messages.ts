import type { Language } from './language.ts';

/** What a catalogue may hold: texts, sentences with values, and groups of them. */
export interface MessageTree {
	readonly [name: string]: MessageValue;
}

// biome-ignore lint/suspicious/noExplicitAny: a sentence takes whatever its own values are
export type MessageValue = string | ((...values: any[]) => string) | MessageTree;

/** French texts become `string`, so that the English ones may differ; functions keep their values. */
type Shape<T> = {
	readonly [K in keyof T]: T[K] extends string
		? string
		: T[K] extends (...values: infer Values) => string
			? (...values: Values) => string
			: Shape<T[K]>;
};

/** The texts of one feature, in every language, with the same names. */
export interface Messages<T> {
	readonly fr: T;
	readonly en: T;
}

/** Declares the texts of a feature; a name missing in one language does not compile. */
export const defineMessages = <const T extends MessageTree>(catalogue: {
	readonly fr: T;
	readonly en: NoInfer<Shape<T>>;
}): Messages<Shape<T>> => catalogue as unknown as Messages<Shape<T>>;

/** A text that exists in both languages, as errors and screen titles carry it. */
export type BothLanguages = Readonly<Record<Language, string>>;
