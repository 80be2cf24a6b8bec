import { decodeCbor, encodeCbor } from '@navette/codec';
import { base64UrlToBytes, bytesToBase64Url, ok } from '@navette/core';
import type { DirectoryWire } from '../../client/index.ts';

/** An answer as the honest directory gave it. */
export interface Told {
	readonly path: string;
	readonly result: Readonly<Record<string, unknown>>;
}

/** What a liar says: bytes as they are, or a result in the place of the honest one. */
export type Said = Uint8Array | { readonly result: unknown };

/** A wire whose `at`-th answer is what `lie` makes of it; `undefined` from a lie tells the truth. */
export const createLyingWire = (
	honest: DirectoryWire,
	at: number,
	lie: (truth: Told) => Said | undefined,
) => {
	let asked = 0;
	const wire: DirectoryWire = {
		async request(path, body, headers) {
			const answer = await honest.request(path, body, headers);
			if (asked++ !== at || !answer.ok || answer.value.status !== 200) return answer;
			const decoded = decodeCbor(answer.value.body);
			const whole = (decoded.ok ? decoded.value : {}) as Record<string, unknown>;
			const said = lie({ path, result: (whole.result ?? {}) as Told['result'] });
			if (said === undefined) return answer;
			const bytes = said instanceof Uint8Array ? said : encodeCbor({ ...whole, ...said });
			return ok({ ...answer.value, body: bytes });
		},
	};
	return { wire, asked: () => asked };
};

/** A place in an answer where a value stands. */
export type Place = readonly string[];

/** Every text of an answer, with its place. */
export const textsOf = (
	value: unknown,
	place: Place = [],
): readonly (readonly [Place, string])[] => {
	if (typeof value === 'string') return [[place, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]) => textsOf(one, [...place, name]));
};

/** The answer with another value at a place. */
export const withAt = (value: unknown, place: Place, put: unknown): unknown => {
	const [name, ...rest] = place;
	if (name === undefined) return put;
	const known = (value ?? {}) as Record<string, unknown>;
	return { ...known, [name]: withAt(known[name], rest, put) };
};

/** What stands at a place. */
export const valueAt = (value: unknown, [name, ...rest]: Place): unknown =>
	name === undefined ? value : valueAt((value as Record<string, unknown> | null)?.[name], rest);

/** The text with a byte of what it writes changed; texts that write no bytes get another letter. */
export const changedAt = (text: string, at: number, by: number): string => {
	const bytes = base64UrlToBytes(text);
	if (!bytes || bytes.length === 0) return `${text}x`;
	const changed = bytes.slice();
	const place = at % changed.length;
	changed[place] = (changed[place] ?? 0) ^ (1 + (by % 255));
	return bytesToBase64Url(changed);
};
