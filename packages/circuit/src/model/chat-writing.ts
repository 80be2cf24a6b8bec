import { err, ok, type Result } from '@navette/core';
import { type Chat, type ChatItem, MAX_CHAT_ITEMS } from './chat.ts';
import { type ChatName, chatTable, standingOf } from './chat-rules.ts';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';

/** How long an author may take back what he said. */
export const DELETE_WITHIN = 24 * 3_600_000;
/** Items that leave a full chat together. */
const MOVED = MAX_CHAT_ITEMS / 2;

/** Who does something in a chat, and when. */
export interface ChatActor {
	readonly aut: ChatItem['aut'];
	/** Mark of the person (`authorMark`). */
	readonly par: string;
	readonly now: Instant;
}

/** A chat after something was done, and the oldest items that had to leave it. */
export interface ChatWritten {
	readonly chat: Chat;
	readonly item: ChatItem;
	readonly moved: readonly ChatItem[];
}

const isAuthor = (item: ChatItem, { aut }: ChatActor): boolean =>
	item.aut.role === aut.role && item.aut.code === aut.code;

const isWaiting = ({ mod, sup }: ChatItem): boolean => mod === 'att' && sup === undefined;

const withRoom = (items: readonly ChatItem[]) =>
	items.length < MAX_CHAT_ITEMS
		? { kept: items, moved: [] }
		: { kept: items.slice(MOVED), moved: items.slice(0, MOVED) };

/** Writes a message: published or waiting as the role says. `E-DROIT` never this role. */
export const writeMessage = (
	chat: Chat,
	name: ChatName,
	actor: ChatActor,
	tx: string,
): Result<ChatWritten, Failure> => {
	const mod = standingOf(name, actor.aut.role);
	if (!mod) return err(failure('E-DROIT', { role: actor.aut.role, object: name }));
	const item: ChatItem = { k: `${actor.now}.${chat.n}`, t: actor.now, aut: actor.aut, tx, mod };
	const { kept, moved } = withRoom(chat.items);
	return ok({ chat: { n: chat.n + 1, items: [...kept, item] }, item, moved });
};

/** Replaces the item of a key by what a rule makes of it; `E-CHAT` when there is none. */
const changed = (
	chat: Chat,
	k: string,
	to: (item: ChatItem) => Result<ChatItem, Failure>,
): Result<ChatWritten, Failure> => {
	const item = chat.items.find((one) => one.k === k);
	if (!item) return err(failure('E-CHAT', { k }));
	const next = to(item);
	if (!next.ok) return next;
	const items = chat.items.map((one) => (one === item ? next.value : one));
	return ok({ chat: { ...chat, items }, item: next.value, moved: [] });
};

/** The author changes a message that still waits. `E-CHAT` otherwise, `E-DROIT` somebody else's. */
export const editMessage = (
	chat: Chat,
	actor: ChatActor,
	k: string,
	tx: string,
): Result<ChatWritten, Failure> =>
	changed(chat, k, (item) => {
		if (!isAuthor(item, actor)) return err(failure('E-DROIT', { k }));
		return isWaiting(item) ? ok({ ...item, tx }) : err(failure('E-CHAT', { k, mod: item.mod }));
	});

/** A moderator publishes what waits, or refuses it with a reason. Words are never rewritten. */
export const moderateMessage = (
	chat: Chat,
	name: ChatName,
	actor: ChatActor,
	{ k, motif }: { readonly k: string; readonly motif?: string },
): Result<ChatWritten, Failure> =>
	changed(chat, k, (item) => {
		if (actor.aut.role !== chatTable[name].moderator) return err(failure('E-DROIT', { k }));
		if (!isWaiting(item)) return err(failure('E-CHAT', { k, mod: item.mod }));
		const decided = { ...item, par: actor.par };
		return ok(
			motif === undefined
				? { ...decided, mod: 'pub', pub: actor.now }
				: { ...decided, mod: 'ref', motif },
		);
	});

/**
 * Takes a message back: its author within 24 hours, a moderator always. "Message deleted" stays.
 * `E-CHAT` too late, or done; `E-DROIT` neither author nor moderator.
 */
export const deleteMessage = (
	chat: Chat,
	name: ChatName,
	actor: ChatActor,
	k: string,
): Result<ChatWritten, Failure> =>
	changed(chat, k, (item) => {
		if (item.sup !== undefined) return err(failure('E-CHAT', { k }));
		const deleted = { ...item, tx: '', sup: actor.now };
		if (actor.aut.role === chatTable[name].moderator) return ok(deleted);
		if (!isAuthor(item, actor)) return err(failure('E-DROIT', { k }));
		const isLate = item.mod === 'pub' && actor.now > item.t + DELETE_WITHIN;
		return isLate ? err(failure('E-CHAT', { k })) : ok(deleted);
	});

/** Makes one's published message urgent, so that it is told now, in quiet hours too; or calm again. */
export const markUrgent = (
	chat: Chat,
	name: ChatName,
	actor: ChatActor,
	{ k, urg }: { readonly k: string; readonly urg: boolean },
): Result<ChatWritten, Failure> =>
	changed(chat, k, (item) => {
		const isMine = isAuthor(item, actor) && actor.aut.role === chatTable[name].urgent;
		if (!isMine) return err(failure('E-DROIT', { k }));
		if (item.mod !== 'pub' || item.sup !== undefined) return err(failure('E-CHAT', { k }));
		const { urg: _urg, ...calm } = item;
		return ok(urg ? { ...calm, urg, pub: actor.now } : calm);
	});
