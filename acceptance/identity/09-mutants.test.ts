import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAIN_MUTANTS } from './support/chain-mutants.ts';
import { CRYPTO_MUTANTS } from './support/crypto-mutants.ts';
import { GROUP_MUTANTS } from './support/group-mutants.ts';
import { runLedgerMutant } from './support/ledger-mutants.ts';
import { runCryptoMutant } from './support/run-crypto-mutant.ts';

/** Point 9: a check that nothing misses when it is gone proves nothing. */
for (const [at, mutant] of [...CHAIN_MUTANTS, ...GROUP_MUTANTS].entries())
	test(`9. ledger, noticed when not refused: ${mutant.check}`, async (t) => {
		const noticed = await runLedgerMutant(mutant, `m${at}`);
		t.diagnostic(noticed ?? 'by nothing');
		assert.notEqual(noticed, undefined, mutant.file);
	});

for (const mutant of CRYPTO_MUTANTS)
	test(`9. cryptography, noticed when not refused: ${mutant.check}`, async (t) => {
		const noticed = await runCryptoMutant(mutant);
		t.diagnostic(noticed ?? 'by nothing');
		assert.notEqual(noticed, undefined, mutant.file);
	});
