import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { markUrgent, textSchema } from '../../model/index.ts';
import { chatEntries, openChat, saveChat } from '../chats.ts';
import { toFailure } from '../failures.ts';
import { holding } from '../rights.ts';

/** A message that is told in quiet hours too. */
export const chatUrgent = defineOperation({
	name: 'ChatUrgent',
	about: 'Makes one’s message urgent: the groupement in a delivery, the group in its distribution.',
	input: v.strictObject({ ...chatEntries, k: textSchema(64), urg: v.boolean() }),
	example: {
		...{ right: 'GP/bocage', chat: { type: 'CHL', gp: 'bocage', livr: '20250614' } },
		...{ k: '1749103200000.3', urg: true },
	},
	who: holding,
	async handler(context, { right, chat: place, k, urg }) {
		const opened = await openChat(context, { right, chat: place });
		if (!opened.ok) return opened;
		const { chat, actor } = opened.value;
		const marked = markUrgent(chat, place.type, actor, { k, urg });
		if (!marked.ok) return err(toFailure(marked.error));
		await saveChat(context, place, marked.value);
		return ok({ item: marked.value.item });
	},
});
