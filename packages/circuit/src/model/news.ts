import type { NewsRule, NewsWeight } from '@navette/model';
import type { Chat, ChatItem } from './chat.ts';
import { parseDocument } from './document-types.ts';
import type { ConsumerOrder } from './orders.ts';

const CHATS = ['CHL', 'CHD', 'CHCO', 'CHPR'] as const;
type ChatName = (typeof CHATS)[number];

const isChat = (name: string): name is ChatName => CHATS.some((one) => one === name);

/** What an automaton noted and what was taken back are silent (§10). */
const weightOfItem = (item: ChatItem, since: number): NewsWeight => {
	const at = item.pub ?? item.t;
	if (at < since || item.auto !== undefined || item.sup !== undefined || item.mod === 'ref')
		return undefined;
	return item.urg ? 'urgent' : 'news';
};

/**
 * New messages. One that waits for a moderator is seen by its author and the moderators only, so that
 * the reader for whom it is news is a moderator.
 */
const weightOfChat = (chat: Chat, since: number): NewsWeight => {
	const weights = chat.items.map((item) => weightOfItem(item, since));
	return (
		weights.find((weight) => weight === 'urgent') ?? weights.find((weight) => weight === 'news')
	);
};

/** Whether a line of an order was written since: ordered, or attributed by an animator. */
const isOrderNews = ({ lignes }: ConsumerOrder, since: number): boolean =>
	Object.values(lignes).some(({ cmd, att }) => cmd.t >= since || (att?.t ?? 0) >= since);

/**
 * What is news in Circuit (§11): messages, and one's own order changed by somebody else (what one does
 * oneself is left out before this rule is asked). Dates and prices are none: an animator writes about
 * them.
 */
export const circuitNews: NewsRule = ({ thread, type, data, since }) => {
	if (data === null) return undefined;
	if (isChat(type)) return weightOfChat(parseDocument(type, data), since);
	if (thread === 'CMDC' && type === 'BCC')
		return isOrderNews(parseDocument('BCC', data), since) ? 'news' : undefined;
	return undefined;
};
