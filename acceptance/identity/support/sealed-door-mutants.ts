import type { Mutant } from './mutant.ts';

/** Checks of the door for sealed requests, each removed. */
const door = (check: string, ...edit: readonly [from: string, to: string]): Mutant => ({
	...{ check, file: 'server/src/http/sealed-door.ts', edits: [edit] },
	tests: ['server/src/http/sealed-door.test.ts'],
});
export const SEALED_DOOR_MUTANTS: readonly Mutant[] = [
	door('a sealed request heard before', 'heard.has(name) || ', ''),
	door(
		...([
			'a sealed request of another time',
			'Math.abs(now() - time) <= SIGNED_TOLERANCE &&',
		] as const),
		'',
	),
	door('a request sealed before the start', ' && time > deps.since', ''),
	door('a sealed request that leads out of the API', "url.pathname.startsWith('/api/') &&", ''),
	door(
		'a sealed request that leads to its own door',
		'!/^\\/api\\/sealed\\//.test(url.pathname)',
		'true',
	),
];

/** Checks of signed requests, each removed. */
const signed = (check: string, ...edit: readonly [from: string, to: string]): Mutant => ({
	...{ check, file: 'server/src/access/signed-request.ts', edits: [edit] },
	tests: ['server/src/access/sessions.test.ts'],
});
export const SIGNED_REQUEST_MUTANTS: readonly Mutant[] = [
	signed('a signed request that this process heard', ' && !seen.counters.has(counter)', ''),
	signed('a signed request that another server of the site heard', 'if (!once || ', 'if (true || '),
	signed(
		'a signed request of a session that is none of here',
		"if (!isHere) return failure('E-TOKEN');",
		'',
	),
	signed('a signed request of long ago', 'time < oldest || ', ''),
	signed('a request signed ahead of time', ' || time > now() + AHEAD', ''),
	{
		check: 'what the other servers of a site heard, never asked (two processes)',
		file: 'server/src/server.ts',
		edits: [[', once: deps.once });', ' });']],
		tests: ['../acceptance/identity/03-signed.test.ts'],
		only: 'what one server heard',
	},
	{
		check: 'what another process heard, forgotten by the register',
		file: 'storage-postgres/src/postgres-once-register.ts',
		edits: [['answer(fresh.delete(keyOf(minute, name)))', 'answer(fresh.size >= 0)']],
		tests: ['storage-postgres/src/postgres-once-register.test.ts'],
	},
	{
		check: 'an offered right claimed without the secret of its offer',
		file: 'server/src/access/right-offers.ts',
		edits: [['if (!found || !(await isClaimedBy(found, said, signature)))', 'if (!found)']],
		tests: ['server/src/access/rights.test.ts'],
	},
	{
		check: 'an offer that somebody claimed already',
		file: 'server/src/access/right-offers.ts',
		edits: [['return isTaken ? undefined : found;', 'return found;']],
		tests: ['server/src/access/rights.test.ts'],
	},
];
