import type { ChatEntry, ChatMessage } from './chat-view.ts';

/** Messages of others that were told after what was last read (ms), oldest first. */
export const unreadMessages = (
	entries: readonly ChatEntry[],
	readUntil: number,
): readonly ChatMessage[] =>
	entries.flatMap((entry) =>
		entry.kind === 'message' &&
		!entry.mine &&
		entry.state === 'published' &&
		entry.toldAt > readUntil
			? [entry]
			: [],
	);

/** The instant up to which a chat is read once all of it is seen. */
export const lastToldAt = (entries: readonly ChatEntry[]): number =>
	entries.reduce((last, entry) => Math.max(last, entry.kind === 'message' ? entry.toldAt : 0), 0);
