import type { OutboxEntry } from '@navette/client';
import type { Language } from '../i18n/language.ts';

/**
 * What a person reads of an operation that waits: its label (a text, or one text per language)
 * given when it was queued, else the name of the operation.
 */
export const outboxLabel = (entry: OutboxEntry, language: Language): string => {
	const { label } = entry;
	if (typeof label === 'string') return label;
	if (typeof label !== 'object' || label === null) return entry.name;
	const text: unknown = (label as Readonly<Record<string, unknown>>)[language];
	return typeof text === 'string' ? text : entry.name;
};
