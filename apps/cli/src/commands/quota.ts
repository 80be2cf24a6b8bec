import { err, ok, type Result } from '@navette/core';
import type { Limits, QuotaState } from '@navette/engine';
import { columns, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { withSite } from '../with-site.ts';

/** What `navette org quota` is told: a figure, `10GB`, or `none`. */
export interface QuotaOptions {
	readonly documents?: string;
	readonly documentBytes?: string;
	readonly fileBytes?: string;
	readonly operations?: string;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

/** A figure, `undefined` for `none`; the error is a sentence. */
export const toFigure = (text: string): Result<number | undefined, string> => {
	if (text === 'none') return ok(undefined);
	const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,3})?) ?([kmgt]?)b?$/i.exec(text) ?? [];
	const factor = UNITS[unit.toLowerCase()];
	const value = digits === undefined || factor === undefined ? Number.NaN : Number(digits) * factor;
	return Number.isSafeInteger(Math.round(value))
		? ok(Math.round(value))
		: err(`"${text}" is no figure: 5000, 10GB or none.`);
};

const NAMES = [
	['documents', 'documents', 'documents'],
	['documentBytes', 'documentBytes', 'bytes of documents'],
	['fileBytes', 'fileBytes', 'bytes of files'],
	['operationsPerMinute', 'operations', 'operations a minute'],
] as const;

const toLimits = (before: Limits, options: QuotaOptions): Result<Limits, string> => {
	const limits: Record<string, number> = { ...before };
	for (const [name, option] of NAMES) {
		const text = options[option];
		if (text === undefined) continue;
		const figure = toFigure(text);
		if (!figure.ok) return figure;
		if (figure.value === undefined) delete limits[name];
		else limits[name] = figure.value;
	}
	return ok(limits);
};

const usedOf = ({ usage }: QuotaState, name: (typeof NAMES)[number][0]): number | undefined =>
	name === 'operationsPerMinute' ? usage?.operations : usage?.[name];

/** Rows of what may be used and is. */
export const quotaRows = (state: QuotaState): readonly (readonly string[])[] =>
	NAMES.map(([name, , label]) => {
		const limit = state.limits[name];
		const used = usedOf(state, name);
		return [
			label,
			used === undefined ? '–' : String(used),
			limit === undefined ? 'no limit' : String(limit),
			limit && used !== undefined ? `${Math.round((100 * used) / limit)} %` : '',
		];
	});

/** `navette org quota`: shows limits, or sets those that are said. */
export const setQuota = (
	terminal: Terminal,
	org: string,
	options: QuotaOptions,
): Promise<Outcome> =>
	withSite(terminal, async ({ engine, sentence }) => {
		const before = await engine.quotas.state(org);
		if (!before.ok) return err(sentence(before.error));
		const limits = toLimits(before.value.limits, options);
		if (!limits.ok) return limits;
		const isAsked = NAMES.some(([, option]) => options[option] !== undefined);
		const set = isAsked ? await engine.quotas.set(org, limits.value) : ok(undefined);
		if (!set.ok) return err(sentence(set.error));
		const after = await engine.quotas.state(org);
		if (!after.ok) return err(sentence(after.error));
		return ok({
			json: { org, ...after.value },
			lines: columns([['what', 'used', 'limit', ''], ...quotaRows(after.value)]),
		});
	});
