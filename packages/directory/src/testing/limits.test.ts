/** How often one address, and all together, may try to enter or look for an offer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '@navette/core';
import { type Fault, login, lookAtOffer, newLinkSecret } from '../client/index.ts';
import { createDirectoryWorld } from './world.ts';

const codeOf = (outcome: Result<unknown, Fault>): string =>
	outcome.ok ? 'ok' : outcome.error.kind === 'refused' ? outcome.error.code : outcome.error.kind;

type Limits = NonNullable<Parameters<typeof createDirectoryWorld>[0]>['limits'];
const enteredUnder = async (limits: Limits & {}) => {
	const { deps, phrases } = await createDirectoryWorld({ limits });
	const codes: string[] = [];
	for (const name of ['ana', 'bo', 'cy', 'di']) {
		const request = { phrases: phrases(name), label: 'phone', kind: 'personal' } as const;
		codes.push(codeOf(await login(deps, request)));
	}
	return codes;
};

test('an address that tries entry after entry waits, whatever the aliases', async () => {
	const codes = await enteredUnder({ entriesPerAddress: 3 });
	assert.deepEqual(codes, ['E-LOGIN', 'E-LOGIN', 'E-LOGIN', 'E-RATE']);
});

test('an organisation has so many entries tried in a minute, from wherever', async () => {
	const codes = await enteredUnder({ entriesPerOrganisation: 2 });
	assert.deepEqual(codes, ['E-LOGIN', 'E-LOGIN', 'E-RATE', 'E-RATE']);
});

test('an address that looks for offer after offer waits', async () => {
	const { deps, random } = await createDirectoryWorld({ limits: { offersPerAddress: 2 } });
	const codes: string[] = [];
	for (let n = 0; n < 3; n++) codes.push(codeOf(await lookAtOffer(deps, newLinkSecret(random))));
	assert.deepEqual(codes, ['E-SPONSOR', 'E-SPONSOR', 'E-RATE']);
});
