import type { OperationContext } from '@navette/engine';
import type { Key } from '@navette/model';
import { type Chat, type ChatItem, MAX_CHAT_ITEMS } from '../model/index.ts';
import { readOne } from './documents.ts';
import type { UsedRight } from './rights.ts';

/** What the application itself says in the chat of a delivery, silently. */
export interface AutomaticEvent {
	/** `DATE`, `PRIX`… */
	readonly code: string;
	/** Field or product, value before, value after: screens put it in words. */
	readonly facts: Readonly<Record<string, string | number | null>>;
}

/** Room for one more item: the oldest automatic one goes; people's words never do. */
const withRoom = (items: readonly ChatItem[]): readonly ChatItem[] | undefined => {
	if (items.length < MAX_CHAT_ITEMS) return items;
	const oldest = items.findIndex((item) => item.auto !== undefined);
	return oldest < 0 ? undefined : items.toSpliced(oldest, 1);
};

const itemOf = (
	event: AutomaticEvent,
	{ right, holder }: UsedRight,
	init: string,
	n: number,
	t: number,
): ChatItem => ({
	k: `${t}.${n}`,
	t,
	aut: {
		role: holder.role === 'ADM' ? 'GP' : holder.role,
		code: right.subject,
		init,
	},
	tx: JSON.stringify(event.facts),
	mod: 'pub',
	auto: event.code,
});

/**
 * Adds automatic items to the chat of a delivery (CHL) or of a distribution (CHD). Their text is the JSON of their facts: no
 * language is chosen here. In a chat full of people's messages they are left out.
 */
export const postAutomatic = async (
	context: OperationContext,
	name: 'CHL' | 'CHD',
	key: Key,
	author: { readonly used: UsedRight; readonly init: string },
	events: readonly AutomaticEvent[],
): Promise<void> => {
	if (events.length === 0) return;
	let chat: Chat = (await readOne(context, name, key)) ?? { n: 0, items: [] };
	for (const event of events) {
		const items = withRoom(chat.items);
		if (!items) return;
		const item = itemOf(event, author.used, author.init, chat.n, context.now);
		chat = { n: chat.n + 1, items: [...items, item] };
	}
	await context.write(name, key, chat);
};
