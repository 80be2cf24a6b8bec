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
