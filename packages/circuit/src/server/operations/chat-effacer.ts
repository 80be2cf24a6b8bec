import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { deleteMessage, textSchema } from '../../model/index.ts';
import { chatEntries, openChat, saveChat } from '../chats.ts';
import { toFailure } from '../failures.ts';
import { holding } from '../rights.ts';

/** A message taken back: "message deleted" stays. */
export const chatEffacer = defineOperation({
	name: 'ChatEffacer',
	about: 'Deletes a message: its author within 24 hours, a moderator at any time.',
	input: v.strictObject({ ...chatEntries, k: textSchema(64) }),
	example: {
		...{ right: 'GC/dupleix', chat: { type: 'CHCO', gc: 'dupleix' } },
		k: '1749103200000.3',
	},
	who: holding,
	async handler(context, { right, chat: place, k }) {
		const opened = await openChat(context, { right, chat: place });
		if (!opened.ok) return opened;
		const { chat, actor } = opened.value;
		const deleted = deleteMessage(chat, place.type, actor, k);
		if (!deleted.ok) return err(toFailure(deleted.error));
		await saveChat(context, place, deleted.value);
		return ok({ item: deleted.value.item });
	},
});
