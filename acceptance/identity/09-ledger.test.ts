import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ledger from '@navette/ledger';
import { ATTACKS, playAll, setStage } from '@navette/ledger/testing';

/**
 * Point 9: the malicious server, alone or with somebody who has a key, on random histories of real
 * groups. More of them by hand: `LEDGER_HISTORIES=500`.
 */
const HISTORIES = Number(process.env.LEDGER_HISTORIES ?? 10);
const FIRST_SEED = Number(process.env.LEDGER_SEED ?? 1_000);

test(`9. each adversary on ${HISTORIES} random histories makes nobody believe anything false`, async (t) => {
	const times = new Map(ATTACKS.map((attack) => [attack, 0]));
	for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
		const { mounted, breaches } = await playAll(ledger, await setStage(seed, 40 + (seed % 80)));
		assert.deepEqual(breaches, [], `LEDGER_SEED=${seed} LEDGER_HISTORIES=1`);
		for (const attack of mounted) times.set(attack, (times.get(attack) ?? 0) + 1);
	}
	for (const [{ row, name }, count] of times) {
		t.diagnostic(`${row} ${name}: ${count}`);
		assert.ok(HISTORIES < 10 || count > 0, `${row} ${name} had nothing to work on`);
	}
});
