import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretch } from '@navette/crypto';
import { CHEAP_STRETCH } from '@navette/crypto/testing';
import { offerKeysOf, type PhraseStretcher, secretOfPhrase, toldPhrase } from './offered-right.ts';

const cheap: PhraseStretcher = (secret, salt, purpose) =>
	stretch(secret, salt, purpose, CHEAP_STRETCH);
const offerOf = async (org: string, phrase: string) =>
	(await offerKeysOf(await secretOfPhrase(cheap, org, phrase)))?.offer;

test('words that were said are read as anybody types them', async () => {
	assert.equal(
		toldPhrase('  Mouette, Grise\n BOULON; pêche  été '),
		'mouette grise boulon peche ete',
	);
	const said = await offerOf('demo', 'mouette grise boulon peche ete');
	assert.equal(await offerOf('demo', 'Mouette, grise, boulon, pêche, été'), said);
});

test('other words, another order, another organisation: another offer', async () => {
	const offers = await Promise.all([
		offerOf('demo', 'mouette grise boulon peche ete'),
		offerOf('demo', 'grise mouette boulon peche ete'),
		offerOf('demo', 'mouette grise boulon peche eta'),
		offerOf('north', 'mouette grise boulon peche ete'),
	]);
	assert.equal(new Set(offers).size, 4);
});
