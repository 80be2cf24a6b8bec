import type { Failure } from '@navette/core';
import type { Retry, Sentence, WireError } from './wire-error.ts';

/** One entry of the catalogue of errors. `{name}` in a sentence is replaced by that detail. */
export interface ErrorEntry {
	/** HTTP status. */
	readonly status: number;
	readonly retry: Retry;
	readonly sentence: Sentence;
}

export type ErrorCatalogue = Readonly<Record<string, ErrorEntry>>;

/** Merges the framework's catalogue and those of applications; a code twice is a defect. */
export const mergeCatalogues = (...catalogues: readonly ErrorCatalogue[]): ErrorCatalogue => {
	const all: Record<string, ErrorEntry> = {};
	for (const catalogue of catalogues)
		for (const [code, entry] of Object.entries(catalogue)) {
			if (all[code]) throw new Error(`error code ${code} declared twice`);
			all[code] = entry;
		}
	return all;
};

const fill = (sentence: string, detail: Failure['detail']): string =>
	sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
		const value = detail?.[name];
		return value === undefined ? whole : String(value);
	});

/** The wire form of a failure. A code absent from the catalogue is a defect of the caller. */
export const failureToWire = (catalogue: ErrorCatalogue, failure: Failure): WireError => {
	const entry = catalogue[failure.code];
	if (!entry) throw new Error(`error code ${failure.code} is not in the catalogue`);
	return {
		code: failure.code,
		saved: false,
		retry: entry.retry,
		sentence: {
			fr: fill(entry.sentence.fr, failure.detail),
			en: fill(entry.sentence.en, failure.detail),
		},
		...(failure.detail ? { detail: failure.detail } : {}),
	};
};
