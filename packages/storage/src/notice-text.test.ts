import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ThreadReference } from './document-row.ts';
import type { CommitNotice } from './notice-bus.ts';
import { noticesToTexts, textToNotices } from './notice-text.ts';

const plain = { noNullPrototype: true };
const thread = fc.record(
	{
		path: fc.string({ unit: 'grapheme', maxLength: 30 }),
		reference: fc.string({ minLength: 22, maxLength: 22 }).map((text) => text as ThreadReference),
		from: fc.nat(),
		version: fc.nat(),
		types: fc.array(fc.constantFrom('NOTE', 'ITEM', 'œuvre'), { maxLength: 3 }),
	},
	plain,
);
const commits: fc.Arbitrary<CommitNotice[]> = fc.array(
	fc.record(
		{
			org: fc.constantFrom('acme', 'other'),
			rightsMoved: fc.boolean(),
			threads: fc.array(thread, { maxLength: 6 }),
			by: fc.string({ minLength: 1, maxLength: 8 }),
		},
		{ ...plain, requiredKeys: ['org', 'rightsMoved', 'threads'] },
	),
	{ maxLength: 12 },
);

const counter = () => {
	let number = 0;
	return () => ++number;
};

const read = (text: string): readonly CommitNotice[] => {
	const found = textToNotices(text);
	assert.ok(found.ok);
	assert.equal(found.value.origin, 'here');
	return found.value.commits;
};

/** What listeners do with commits: each thread's changes, in order. */
const changesOf = (all: readonly CommitNotice[]) =>
	all.flatMap(({ org, threads }) => threads.map((each) => ({ org, ...each })));

test('commits come back as they were, without documents', () => {
	fc.assert(
		fc.property(commits, (all) => {
			const { texts, lost } = noticesToTexts('here', counter(), all, 1_000_000);
			assert.equal(lost, 0);
			assert.deepEqual(texts.flatMap(read), all);
		}),
	);
	const document = { documents: [] };
	const [first] = [{ path: 'T/1', reference: 'r' as ThreadReference, from: 0, version: 1 }];
	const carried = { ...first, types: ['NOTE'], ...document };
	const { texts } = noticesToTexts(
		'here',
		counter(),
		[{ org: 'acme', rightsMoved: false, threads: [carried] }],
		999,
	);
	assert.equal(texts.flatMap(read)[0]?.threads[0]?.documents, undefined);
});

test('no text is longer than the limit, and nothing else is lost or moved', () => {
	fc.assert(
		fc.property(commits, fc.integer({ min: 400, max: 900 }), (all, limit) => {
			const { texts, lost } = noticesToTexts('here', counter(), all, limit);
			for (const text of texts) assert.ok(new TextEncoder().encode(text).length <= limit);
			assert.equal(lost, 0);
			const heard = texts.flatMap(read);
			assert.deepEqual(changesOf(heard), changesOf(all));
			for (const org of ['acme', 'other'])
				assert.equal(
					heard.some((commit) => commit.org === org && commit.rightsMoved),
					all.some((commit) => commit.org === org && commit.rightsMoved),
				);
		}),
	);
});

test('a thread that no message has room for is counted, the others go', () => {
	const one = (path: string) => ({
		org: 'acme',
		rightsMoved: false,
		threads: [{ path, reference: 'r' as ThreadReference, from: 0, version: 1, types: [] }],
	});
	const { texts, lost } = noticesToTexts(
		'here',
		counter(),
		[one('a'), one('x'.repeat(500)), one('b')],
		200,
	);
	assert.equal(lost, 1);
	assert.deepEqual(
		changesOf(texts.flatMap(read)).map(({ path }) => path),
		['a', 'b'],
	);
	const numbers = texts.map((text) => textToNotices(text)).map((one) => one.ok && one.value.number);
	assert.deepEqual(numbers, [1, 3], 'its place is seen to be empty');
});

test('what is not notices is refused', () => {
	const strange = [
		'',
		'1',
		'{}',
		'[]',
		'["a"]',
		'[1,[]]',
		'["a",1,[1]]',
		'["a",1,[["o",1,"",[]]]]',
	];
	const threads = ['["p","r",0]', '["p","r",0,1.5,[]]', '["p","r",0,"1",[]]', '["p",1,0,1,[]]'];
	const cut = ['["p","r",0,1,[1]]', '["p","r",0,1,{}]', '[null,"r",0,1,[]]', 'null'];
	const wrapped = [...threads, ...cut].map((each) => `["a",1,[["o",true,"",[${each}]]]]`);
	const nobody = [
		'["a",1,[["o",true,[]]]]',
		'["a",1,[["o",true,1,[]]]]',
		'["a","1",[]]',
		'["a",[]]',
	];
	for (const text of [...strange, ...wrapped, ...nobody])
		assert.deepEqual(textToNotices(text), { ok: false, error: 'not-notices' }, text);
	assert.ok(textToNotices('["a",1,[["o",true,"",[["p","r",0,1,["t"]]]]]]').ok);
});
