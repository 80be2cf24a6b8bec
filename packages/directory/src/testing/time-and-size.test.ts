/** A directory that lies about the time, and what sizes say: rows M30 and M33 of the catalogue. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { ok, type Result } from '@navette/core';
import { createPin, type Fault, type Identity, login } from '../client/index.ts';
import { createDirectoryWorld } from './world.ts';

const YEAR = 365 * 86_400_000;
const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};

/** What a request sent last said under these names. */
const saidLast = (
	{ heard }: Pick<Awaited<ReturnType<typeof createDirectoryWorld>>, 'heard'>,
	end: string,
): Readonly<Record<string, unknown>> => {
	const decoded = decodeCbor(
		heard.findLast(({ path }) => path.endsWith(end))?.body ?? new Uint8Array(),
	);
	return (decoded.ok ? decoded.value : {}) as Record<string, unknown>;
};

test('M30: a clock that lies by a year stops a device for one request, and is believed for nothing else', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const honest = world.deps.wire;
	let lie: number | undefined;
	let asked = 0;
	const wire: typeof honest = {
		async request(path, body, headers) {
			asked++;
			if (lie === undefined) return honest.request(path, body, headers);
			const detail = { now: world.clock.now() + lie };
			const said = { code: 'E-CLOCK', saved: false, retry: 'later', sentence: { fr: '', en: '' } };
			return ok({ status: 401, body: encodeCbor({ error: { ...said, detail } }) });
		},
	};
	const request = { phrases: world.phrases('ana'), label: 'phone', kind: 'personal' } as const;
	const ana = must(await login({ ...world.deps, wire }, request));
	const { rev } = ana.head();
	for (const shift of [YEAR, -YEAR]) {
		[lie, asked] = [shift, 0];
		const refused = await ana.readSheet();
		assert.deepEqual(refused, { ok: false, error: { kind: 'refused', code: 'E-CLOCK' } });
		assert.equal(asked, 3, 'it signed by the clock that it was told');
		lie = undefined;
		assert.equal(must(await ana.readSheet()).rev, rev, 'the true clock is learnt again');
	}
});

test('M33: sealed sheets of one class, account keys and what PINs open have one length each', async () => {
	const world = await createDirectoryWorld();
	const wraps = new Set<number>();
	const sheets = new Set<number>();
	const blobs = new Set<number>();
	const people: Identity[] = [];
	for (const name of ['ana', 'bo', 'somebody with a long name']) {
		must(await world.registered(name));
		const { aliases, sheet } = saidLast(world, 'user.register');
		for (const { wrap } of aliases as readonly { readonly wrap: string }[]) wraps.add(wrap.length);
		sheets.add(String(sheet).length);
		const me = must(await world.enter(name));
		people.push(me);
		must(await createPin(world.deps, me, `a PIN for ${name}`, await world.newDevice()));
		blobs.add(String(saidLast(world, 'pin.store').blob).length);
	}
	assert.deepEqual([wraps.size, sheets.size, blobs.size], [1, 1, 1]);
	const lengths = new Set<number>();
	for (const [at, me] of people.entries()) {
		const mail = `${'x'.repeat(at * 3)}@example.org`;
		must(await me.changeSheet((sheet) => ({ ...sheet, preferences: { mail: [mail] } })));
		lengths.add(String(saidLast(world, 'sheet.write').bytes).length);
	}
	assert.equal(lengths.size, 1, 'a name a little longer shows nowhere');
});
