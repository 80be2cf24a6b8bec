import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { editMessage, textSchema, writeMessage } from '../../model/index.ts';
import { chatEntries, openChat, saveChat } from '../chats.ts';
import { toFailure } from '../failures.ts';
import { holding } from '../rights.ts';

/** A message in a chat. */
export const chatEcrire = defineOperation({
	name: 'ChatEcrire',
	about: 'Writes a message, or changes one of one’s own that waits for a moderator.',
	input: v.strictObject({
		...chatEntries,
		tx: textSchema(2_000),
		/** The message to change; absent = a new one. */
		k: v.exactOptional(textSchema(64)),
	}),
	example: {
		...{ right: 'GC/dupleix', chat: { type: 'CHCO', gc: 'dupleix' } },
		tx: 'Qui peut venir décharger ?',
	},
	who: holding,
	async handler(context, { right, chat: place, tx, k }) {
		const opened = await openChat(context, { right, chat: place });
		if (!opened.ok) return opened;
		const { chat, actor } = opened.value;
		const written =
			k === undefined ? writeMessage(chat, place.type, actor, tx) : editMessage(chat, actor, k, tx);
		if (!written.ok) return err(toFailure(written.error));
		await saveChat(context, place, written.value);
		return ok({ item: written.value.item });
	},
});
