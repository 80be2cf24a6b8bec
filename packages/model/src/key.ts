import { type Brand, err, ok, type Result } from '@navette/core';

/** Values of the identifying properties of a document, by property name. Immutable for life. */
export type Key = Readonly<Record<string, string>>;

/**
 * Canonical text of a key: its values in declared order, joined by `.`; within a value `%` and
 * `.` are written `%25` and `%2E`, so that two different keys never have the same text.
 */
export type KeyText = Brand<string, 'KeyText'>;

export interface KeyError {
	readonly property: string;
	readonly reason: 'missing' | 'unknown' | 'not-text' | 'empty' | 'too-long' | 'control-character';
}

/** Longest value of one property, in UTF-16 units. */
export const MAX_KEY_VALUE = 128;

const CONTROL = /\p{Cc}/u;

/** Most values are: no pattern is asked for them. */
const isPlainAscii = (value: string): boolean => {
	for (let at = 0; at < value.length; at++) {
		const unit = value.charCodeAt(at);
		if (unit < 0x20 || unit > 0x7e) return false;
	}
	return true;
};

const faultOf = (value: unknown): KeyError['reason'] | undefined => {
	if (value === undefined) return 'missing';
	if (typeof value !== 'string') return 'not-text';
	if (value === '') return 'empty';
	if (value.length > MAX_KEY_VALUE) return 'too-long';
	if (isPlainAscii(value)) return undefined;
	return CONTROL.test(value) || !value.isWellFormed() ? 'control-character' : undefined;
};

/** Checks that a value has exactly the declared properties, each well formed. */
export const checkKey = (
	properties: readonly string[],
	key: Readonly<Record<string, unknown>>,
): Result<Key, KeyError> => {
	for (const property of properties) {
		const reason = faultOf(Object.hasOwn(key, property) ? key[property] : undefined);
		if (reason) return err({ property, reason });
	}
	for (const property of Object.keys(key))
		if (!properties.includes(property)) return err({ property, reason: 'unknown' });
	return ok(key as Key);
};

const escapeValue = (value: string): string =>
	value.includes('%') || value.includes('.')
		? value.replaceAll('%', '%25').replaceAll('.', '%2E')
		: value;

const unescapeValue = (text: string): string =>
	text.includes('%') ? text.replaceAll('%2E', '.').replaceAll('%25', '%') : text;

/** Text of the named properties of a checked key, in the given order. */
export const keyToText = (properties: readonly string[], key: Key): KeyText => {
	let text = '';
	for (const property of properties) {
		const value = key[property];
		if (value === undefined) throw new Error(`key without its property ${property}`);
		text = text === '' ? escapeValue(value) : `${text}.${escapeValue(value)}`;
	}
	return text as KeyText;
};

/** The key a text stands for, or `undefined` when the text is not canonical for these properties. */
export const textToKey = (properties: readonly string[], text: string): Key | undefined => {
	const parts = text === '' ? [] : text.split('.');
	if (parts.length !== properties.length) return undefined;
	const key: Record<string, string> = {};
	properties.forEach((property, index) => {
		key[property] = unescapeValue(parts[index] ?? '');
	});
	const checked = checkKey(properties, key);
	return checked.ok && keyToText(properties, checked.value) === text ? checked.value : undefined;
};
