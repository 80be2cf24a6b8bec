import { instantOf, instantPartsIn } from '@navette/core';
import type { Daily, RetryRule } from './task-definition.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A number from 0 to `most` - 1 that stays that of the text. */
const placeOf = (text: string, most: number): number => {
	let hash = 0;
	for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
	return hash % most;
};

/** The first instant after `after` (ms) at which something daily is done for an organisation. */
export const nextDaily = (daily: Daily, org: string, after: number): number => {
	const { hour, minute = 0, timeZone = 'UTC', spreadMinutes = 0 } = daily;
	const spread = spreadMinutes > 0 ? placeOf(org, spreadMinutes) * MINUTE : 0;
	const on = (instant: number): number => {
		const day = instantPartsIn(timeZone, instant);
		return instantOf(timeZone, { ...day, hour, minute, second: 0 }) + spread;
	};
	for (let from = after - DAY; ; from += DAY) {
		const instant = on(from);
		if (instant > after) return instant;
	}
};

/** How long a failure waits, ms; `chance` is from 0 to 1. */
export const retryDelay = (rule: RetryRule, attempt: number, chance: number): number => {
	const steady = Math.min(rule.mostMs, rule.firstMs * 2 ** Math.min(attempt - 1, 40));
	return Math.round(steady * (0.75 + chance / 2));
};
