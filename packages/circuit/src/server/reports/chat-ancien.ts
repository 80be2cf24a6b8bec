import { ok } from '@navette/core';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import { documentAccessOf, integerSchema } from '../../model/index.ts';
import { readAccessFacts } from '../access-facts.ts';
import { archiveKey, chatEntries, keyOfChat } from '../chats.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { admittedRight, holding } from '../rights.ts';

/** The oldest messages of a long chat, as its readers may see them. */
export const chatAncien = defineReport({
	name: 'ChatAncien',
	about:
		'Messages that left a long chat, by parts from the oldest; null when there is no such part.',
	input: v.strictObject({ ...chatEntries, n: integerSchema(1, 10_000) }),
	example: { right: 'CO/dupleix.3', chat: { type: 'CHCO', gc: 'dupleix' }, n: 1 },
	who: holding,
	async handler(source, { right, chat: place, n }, account) {
		const key = keyOfChat(place);
		const facts = await readAccessFacts(source, account, { type: place.type, key });
		const used = admittedRight(account, right);
		const access = documentAccessOf(used.right, place.type, key, facts);
		if (!access) return refuse('E-DROIT', { right });
		const part = await readOne(source, 'CHAR', archiveKey(place, n));
		if (!part) return ok(null);
		const whole = { n: part.items.length, items: part.items };
		return ok(access.project ? access.project.apply(whole, key) : whole);
	},
});
