import assert from 'node:assert/strict';
import test from 'node:test';
import { defineMessages, languageOf, plural } from './index.ts';

test('French counts one and a half as singular, English as plural', () => {
	const forms = { one: '1', other: 'n' };
	assert.deepEqual(
		[0, 1, 1.5, 2].map((count) => plural('fr', count, forms)),
		['1', '1', '1', 'n'],
	);
	assert.deepEqual(
		[0, 1, 1.5, 2].map((count) => plural('en', count, forms)),
		['n', '1', 'n', 'n'],
	);
	assert.equal(plural('fr', 0, { ...forms, zero: 'none' }), 'none');
});

test('the first language the browser asks and the product has is taken', () => {
	assert.equal(languageOf(['de-DE', 'fr-CA', 'en']), 'fr');
	assert.equal(languageOf(['de', 'en-US', 'fr']), 'en');
	assert.equal(languageOf(['de']), 'en');
	assert.equal(languageOf([]), 'en');
});

test('a catalogue has the same names in both languages', () => {
	const texts = defineMessages({
		fr: { open: 'Ouvrir', crates: (n: number) => `${n} cagettes`, deep: { close: 'Fermer' } },
		en: { open: 'Open', crates: (n) => `${n} crates`, deep: { close: 'Close' } },
	});
	assert.equal(texts.fr.crates(3), '3 cagettes');
	assert.equal(texts.en.deep.close, 'Close');
	// @ts-expect-error a name missing in English does not compile
	defineMessages({ fr: { open: 'Ouvrir' }, en: {} });
	// @ts-expect-error nor a sentence with other values
	defineMessages({ fr: { n: (n: number) => `${n}` }, en: { n: (n: string) => n } });
});
