/** Rows M29, M30 and M31 of the catalogue on random histories; the chosen cases are beside. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { ok, type Result } from '@navette/core';
import fc from 'fast-check';
import {
	declineOffer,
	type Fault,
	login,
	newLinkSecret,
	register,
	type SponsorSecret,
} from '../client/index.ts';
import { createDirectoryWorld } from './world.ts';

const RUNS = { numRuns: Number(process.env.DIRECTORY_HISTORIES ?? 6) };
const YEAR = 365 * 86_400_000;

const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};
const codeOf = (outcome: Result<unknown, Fault>): string =>
	outcome.ok ? 'ok' : outcome.error.kind === 'refused' ? outcome.error.code : outcome.error.kind;

test('M29: whatever was asked, none of it is heard again, in any order, however late', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const verbs = fc.constantFrom('change', 'read', 'replace', 'wait');
	const histories = fc.tuple(
		fc.array(verbs, { minLength: 2, maxLength: 5 }),
		fc.array(fc.nat(), { minLength: 4, maxLength: 8 }),
	);
	await fc.assert(
		fc.asyncProperty(histories, async ([asked, again]) => {
			const from = world.heard.length;
			for (const [at, verb] of asked.entries()) {
				if (verb === 'read') must(await ana.readSheet());
				else if (verb === 'wait') world.clock.advance(50_000);
				else if (verb === 'replace')
					must(await ana.replaceAlias(2, world.phrases(`ana anew ${from + at}`)));
				else
					must(await ana.changeSheet((sheet) => ({ ...sheet, preferences: { language: ['fr'] } })));
			}
			const signed = world.heard.slice(from);
			const { rev } = ana.head();
			for (const drawn of again) {
				const one = signed[drawn % signed.length];
				if (!one) continue;
				const { status } = await world.send(one.path, one.body, one.headers);
				assert.equal(status, 401, one.path);
			}
			assert.equal(must(await ana.readSheet()).rev, rev, 'nothing of it was done twice');
		}),
		RUNS,
	);
});

test('M30: whatever a clock says, a device asks three times at most, and believes the true one afterwards', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const honest = world.deps.wire;
	let lie: unknown;
	let asked = 0;
	const wire: typeof honest = {
		async request(path, body, headers) {
			asked++;
			if (lie === undefined) return honest.request(path, body, headers);
			const said = { code: 'E-CLOCK', saved: false, retry: 'later', sentence: { fr: '', en: '' } };
			const told = encodeCbor({ error: { ...said, detail: { now: lie } } });
			return ok({ status: 401, body: told });
		},
	};
	const request = { phrases: world.phrases('ana'), label: 'phone', kind: 'personal' } as const;
	const shifts = fc.oneof(
		fc.integer({ min: -2 * YEAR, max: 2 * YEAR }).map((shift) => world.clock.now() + shift),
		fc.maxSafeInteger(),
		fc.double(),
		fc.constantFrom(0, -1, 'soon', null, true),
	);
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.option(shifts, { nil: undefined }), { maxLength: 6 }),
			async (told) => {
				world.clock.advance(61_000);
				lie = undefined;
				const ana = must(await login({ ...world.deps, wire }, request));
				const { rev } = ana.head();
				for (const now of [...told, undefined]) {
					[lie, asked] = [now, 0];
					const read = await ana.readSheet();
					assert.ok(asked <= 3, `${asked} times`);
					if (now === undefined)
						assert.equal(must(read).rev, rev, 'the true clock is learnt again');
					else assert.notEqual(codeOf(read), 'ok');
				}
			},
		),
		RUNS,
	);
});

/** Who runs for an offer: with its secret or another, to register or to decline it. */
const racers = fc.array(fc.record({ knows: fc.boolean(), declines: fc.boolean() }), {
	...{ minLength: 2, maxLength: 4 },
});

test('M31: of any who race for an offer one at most is answered, and none without its secret', async () => {
	const world = await createDirectoryWorld();
	let runners = 0;
	const run = (secret: SponsorSecret, declines: boolean): Promise<Result<unknown, Fault>> =>
		declines
			? declineOffer(world.deps, secret, 'no')
			: register(world.deps, {
					...{ secret, thanks: '' },
					aliases: [world.phrases(`runner ${runners++}`)],
				});
	await fc.assert(
		fc.asyncProperty(racers, async (list) => {
			const secret = await world.offer();
			const outcomes = await Promise.all(
				list.map(({ knows, declines }) =>
					run(knows ? secret : newLinkSecret(world.random), declines),
				),
			);
			const won = list.filter((_, at) => outcomes[at]?.ok);
			assert.equal(won.length, list.some(({ knows }) => knows) ? 1 : 0);
			assert.ok(won.every(({ knows }) => knows));
			assert.notEqual(codeOf(await run(secret, false)), won.length === 0 ? 'E-SPONSOR' : 'ok');
		}),
		RUNS,
	);
});
