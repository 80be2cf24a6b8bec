import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { type Chat, chatSchema, MAX_CHAT_ITEMS } from './chat.ts';
import { type ChatActor, deleteMessage, moderateMessage, writeMessage } from './chat-writing.ts';

const actor = (role: 'CO' | 'GC' | 'GP', now: number): ChatActor => ({
	aut: { role, code: role === 'GP' ? 'bocage' : 'dupleix', init: 'AB' },
	par: `${role}/x`,
	now,
});
const EMPTY: Chat = { n: 0, items: [] };

test('a full chat lets its oldest half go, and no message is lost', () => {
	let chat = EMPTY;
	const left: string[] = [];
	for (let i = 0; i < 3 * MAX_CHAT_ITEMS; i += 1) {
		const written = writeMessage(chat, 'CHCO', actor('CO', i), `n° ${i}`);
		assert.ok(written.ok);
		chat = written.value.chat;
		left.push(...written.value.moved.map(({ tx }) => tx));
		assert.ok(chat.items.length <= MAX_CHAT_ITEMS);
	}
	v.parse(chatSchema, chat);
	const all = [...left, ...chat.items.map(({ tx }) => tx)];
	assert.deepEqual(
		all,
		Array.from({ length: 3 * MAX_CHAT_ITEMS }, (_, i) => `n° ${i}`),
	);
	assert.equal(chat.n, 3 * MAX_CHAT_ITEMS);
});

/** What somebody does: with an item, or a new one. */
type What = 'write' | 'publish' | 'refuse' | 'delete';

const doneTo = (chat: Chat, by: ChatActor, what: What, k: string) => {
	if (what === 'write') return writeMessage(chat, 'CHCO', by, `t${by.now}`);
	if (what === 'delete') return deleteMessage(chat, 'CHCO', by, k);
	const motif = what === 'refuse' ? { motif: 'no' } : {};
	return moderateMessage(chat, 'CHCO', by, { k, ...motif });
};

const steps = fc.array(
	fc.record({
		role: fc.constantFrom('CO' as const, 'GC' as const, 'GP' as const),
		what: fc.constantFrom<What>('write', 'publish', 'refuse', 'delete'),
		at: fc.nat(10),
	}),
	{ maxLength: 60 },
);

test('whatever is done, keys stay unique, and words change only by being deleted', () => {
	fc.assert(
		fc.property(steps, (list) => {
			let chat = EMPTY;
			const said = new Map<string, string>();
			for (const [now, { role, what, at }] of list.entries()) {
				const done = doneTo(chat, actor(role, now), what, chat.items[at]?.k ?? 'none');
				if (!done.ok) continue;
				chat = done.value.chat;
				if (what === 'write') said.set(done.value.item.k, `t${now}`);
			}
			assert.equal(new Set(chat.items.map((one) => one.k)).size, chat.items.length);
			for (const { k, tx, sup } of chat.items)
				assert.equal(tx, sup === undefined ? said.get(k) : '');
			const published = chat.items.filter(({ aut, mod }) => aut.role === 'GP' && mod === 'pub');
			for (const { pub } of published) assert.notEqual(pub, undefined, 'only by the group');
		}),
	);
});
