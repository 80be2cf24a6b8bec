import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { moderateMessage, textSchema } from '../../model/index.ts';
import { chatEntries, openChat, saveChat } from '../chats.ts';
import { toFailure } from '../failures.ts';
import { holding } from '../rights.ts';

/** A waiting message published, or refused with a reason. */
export const chatModerer = defineOperation({
	name: 'ChatModerer',
	about: 'Publishes a message that waits, or refuses it with a reason for its author.',
	input: v.strictObject({
		...chatEntries,
		k: textSchema(64),
		/** Absent = published. */
		motif: v.exactOptional(textSchema(300)),
	}),
	example: {
		...{ right: 'GC/dupleix', chat: { type: 'CHCO', gc: 'dupleix' } },
		k: '1749103200000.3',
	},
	who: holding,
	async handler(context, { right, chat: place, ...decision }) {
		const opened = await openChat(context, { right, chat: place });
		if (!opened.ok) return opened;
		const { chat, actor } = opened.value;
		const decided = moderateMessage(chat, place.type, actor, decision);
		if (!decided.ok) return err(toFailure(decided.error));
		await saveChat(context, place, decided.value);
		return ok({ item: decided.value.item });
	},
});
