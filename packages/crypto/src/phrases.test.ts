import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { generatePhrase } from './generate-phrase.ts';
import { estimatePhrase } from './phrase-strength.ts';
import { wordsOf } from './word-lists.ts';

test('each list: 7776 different words, no capital, no accent', async () => {
	for (const language of ['en', 'fr'] as const) {
		const words = await wordsOf(language);
		assert.equal(new Set(words).size, 7776);
		for (const word of words) assert.match(word, /^[a-z-]{3,14}$/);
	}
});

test('a generated phrase: five words of the list, at least 64 bits', async () => {
	for (const language of ['en', 'fr'] as const) {
		const words = new Set(await wordsOf(language));
		const phrase = await generatePhrase(language, { random: systemRandom });
		const drawn = phrase.split(' ');
		assert.ok(drawn.length === 5 && drawn.every((word) => words.has(word)), phrase);
	}
	assert.ok(Math.log2(7776) * 5 > 64);
});

test('every word is as likely: a draw that would favour some is made again', async () => {
	const draws = [255, 255, 243, 0, 0, 0, 0, 1];
	const random = { bytes: () => Uint8Array.from(draws.splice(0, 2)) };
	const words = await wordsOf('en');
	assert.equal(await generatePhrase('en', { random }, 2), `${words[0]} ${words[1]}`);
});

test('typed phrases: what people use is refused, what a generator gives is accepted', async () => {
	const weak = ['correct horse battery staple', 'motdepasse123456789', 'aaaaaaaaaaaaaaaaaaaaaaaa']
		.concat(['azertyuiopqsdfghjklm', 'Il était une fois 2024', 'chat chat chat chat chat chat'])
		.concat(['1234567890123456789012345', 'jean dupont 14 07 1989', 'password password 1!']);
	for (const phrase of weak) {
		const { bits, fault } = await estimatePhrase(phrase);
		assert.equal(fault, 'weak', `${phrase} ${bits}`);
	}
	assert.equal((await estimatePhrase('Tr0ub4dor&3')).fault, 'short');
	assert.equal((await estimatePhrase('mot '.repeat(400))).fault, 'long');
	for (let round = 0; round < 50; round++) {
		const phrase = await generatePhrase('fr', { random: systemRandom });
		assert.equal((await estimatePhrase(phrase)).fault, undefined, phrase);
	}
	assert.equal(
		(await estimatePhrase('la mouette grise pêche trois boulons à Dieppe')).fault,
		undefined,
	);
});
