import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as library from './index.ts';
import { ATTACKS, playAll, setStage } from './testing/stage.ts';

const SEEDS = Number(process.env.LEDGER_SEEDS ?? 6);

test(`${ATTACKS.length} adversaries on ${SEEDS} random histories: a typed fault, or the truth`, async (t) => {
	const mounted = new Map(ATTACKS.map((attack) => [attack, 0]));
	for (let seed = 1; seed <= SEEDS; seed++) {
		const stage = await setStage(seed);
		const played = await playAll(library, stage);
		assert.deepEqual(played.breaches, [], `seed ${seed}`);
		for (const attack of played.mounted) mounted.set(attack, (mounted.get(attack) ?? 0) + 1);
	}
	for (const [{ row, name }, times] of mounted) {
		t.diagnostic(`${row} ${name}: ${times}`);
		assert.ok(times > 0, `${row} ${name} was never mounted`);
	}
});
