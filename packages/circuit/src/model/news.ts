import type { NewsRule, NewsWeight } from '@navette/model';
import { alertBits } from './alerts.ts';
import type { Chat, ChatItem } from './chat.ts';
import type { Delivery } from './delivery.ts';
import { parseDocument } from './document-types.ts';
import { type Holder, holderOf } from './holder.ts';
import type { ConsumerOrder, GroupOrder } from './orders.ts';
import type { PriceProposals } from './price-proposals.ts';

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

const LOST = alertBits('PERTE');

/** Whether something a group received since is less than what was shipped. */
const isLossNews = ({ lignes }: GroupOrder, since: number): boolean =>
	Object.values(lignes).some(({ al, rec }) => (al & LOST) !== 0 && (rec?.t ?? 0) >= since);

/** What time alone brought to somebody, by his role: an animator, a groupement, a producer. */
const isMomentNews = (
	{ dits = {}, pts }: Delivery,
	gp: string,
	holder: Holder,
	since: number,
): boolean => {
	const isNew = (t: number | undefined) => t !== undefined && t >= since;
	if (holder.role === 'GC') {
		const { parite, parti } = dits;
		if (!pts[holder.gc]) return false;
		return isNew(parti) || (isNew(parite?.t) && parite?.gcs.includes(holder.gc) === true);
	}
	if (holder.role === 'GP') return holder.gp === gp && (isNew(dits.bilan) || isNew(dits.catalogue));
	return holder.role === 'PR' && holder.gp === gp && isNew(dits.clos);
};

/** Proposals: to the groupement those that wait, to their producer what was decided of them. */
const isProposalNews = ({ props }: PriceProposals, thread: string, since: number): boolean =>
	props.some(({ st, t, dec }) =>
		thread === 'CHPR' ? st === 'att' && t >= since : st !== 'ret' && (dec?.t ?? 0) >= since,
	);

/** Code of the automatic item that says that a group has settled everything it received. */
export const RECEIVED = 'RECU';

const isReceptionNews = ({ items }: Chat, since: number): boolean =>
	items.some(({ auto, t }) => auto === RECEIVED && t >= since);

/** News of a tour to its groupement: something was lost, or a group has settled everything. */
const tourNews: NewsRule = ({ type, data, since }) => {
	if (type === 'BCG') return isLossNews(parseDocument(type, data), since) ? 'news' : undefined;
	const isChd = type === 'CHD' && isReceptionNews(parseDocument(type, data), since);
	return isChd ? 'news' : undefined;
};

/**
 * What is news in Circuit (§11): messages, one's own order changed by somebody else (what one does
 * oneself is left out before this rule is asked), what was lost on the way, proposals
 * and their answers, and what time alone brings.
 * Dates and prices are none: an animator writes about them.
 */
export const circuitNews: NewsRule = (change) => {
	const { account, thread, type, key, data, since } = change;
	if (data === null) return undefined;
	if (thread === 'CMDGP') return tourNews(change);
	if (isChat(type)) return weightOfChat(parseDocument(type, data), since);
	if (thread === 'CMDC' && type === 'BCC')
		return isOrderNews(parseDocument('BCC', data), since) ? 'news' : undefined;
	if (type === 'PROP')
		return isProposalNews(parseDocument('PROP', data), thread, since) ? 'news' : undefined;
	// A carton that moves and shows a loss has just been judged: its own lines have no such instant.
	if (thread === 'CMDPR' && type === 'CART')
		return (parseDocument('CART', data).tot.al & LOST) === 0 ? undefined : 'news';
	if (thread !== 'CALGP' || type !== 'LIVRG') return undefined;
	const delivery = parseDocument('LIVRG', data);
	const holders = account.rights.flatMap((right) => holderOf(right) ?? []);
	const isNews = holders.some((holder) => isMomentNews(delivery, key.gp ?? '', holder, since));
	return isNews ? 'news' : undefined;
};
