import { ok } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import * as v from 'valibot';
import { defineTask, type TaskDefinition } from '../tasks/task-definition.ts';
import type { OfferData, RightData, SessionData } from './session-types.ts';

const DAY = 86_400_000;
/** Documents taken away in one transaction; what is more waits for the next night. */
const MOST = 2_000;

/** An offer that was taken up is kept as long as the right that came of it: it says which one that is. */
const endOf = ({ until, life, claimed }: OfferData): number =>
	claimed === undefined ? until : until + life;

/** Types whose documents are of use up to an instant, and that instant. */
const EXPIRIES: readonly (readonly [type: string, until: (data: unknown) => number])[] = [
	// The message that opened one is worth nothing two minutes later: it cannot be used again.
	['SESSION', (data) => Math.min((data as SessionData).until, (data as SessionData).end)],
	['RIGHT', (data) => (data as RightData).until],
	['OFFER', (data) => endOf(data as OfferData)],
	['REVOCATION', (data) => data as number],
];

/** Takes away what expired a day ago or more. */
const purge = async (context: OperationContext) => {
	let left = MOST;
	for (const [type, until] of EXPIRIES)
		for (const { key, data } of await context.list(type)) {
			if (left === 0 || context.now < until(data) + DAY) continue;
			await context.remove(type, key);
			left--;
		}
	return ok(null);
};

/** Each night at an hour (UTC): sessions, access rights, offers that are over, and the notes of withdrawals. */
export const purgeExpired = (hour: number): TaskDefinition =>
	defineTask({
		name: 'maintain.accesses',
		about: 'Takes away sessions, access rights and offers that expired a day ago.',
		input: v.strictObject({}),
		daily: { hour, each: 'organisation', spreadMinutes: 60 },
		handler: () => ok(purge),
	});
