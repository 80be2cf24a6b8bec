import {
	type Chat,
	type ChatItem,
	type ChatName,
	chatTable,
	DELETE_WITHIN,
	type Instant,
} from '../../model/index.ts';

/** A message as somebody reads it, and what he may do with it. */
export interface ChatMessage {
	readonly k: string;
	readonly t: Instant;
	/** When its readers were told: a moderator may have published it long after it was written. */
	readonly toldAt: Instant;
	readonly author: ChatItem['aut'];
	readonly mine: boolean;
	/** Empty once deleted. */
	readonly text: string;
	readonly state: 'published' | 'waiting' | 'refused' | 'deleted';
	readonly urgent: boolean;
	/** Reason of a refusal. */
	readonly reason?: string;
	readonly may: {
		readonly edit: boolean;
		readonly remove: boolean;
		readonly moderate: boolean;
		readonly urge: boolean;
	};
}

/** Something that the application itself noted: screens put its facts in words. */
export interface ChatNote {
	readonly k: string;
	readonly t: Instant;
	/** `DATE`, `PRIX`, `ANNULE`, `RECU`. */
	readonly code: string;
	readonly facts: Readonly<Record<string, string | number | null>>;
}

export type ChatEntry =
	| ({ readonly kind: 'message' } & ChatMessage)
	| ({ readonly kind: 'note' } & ChatNote);

/** Who reads: his role and the code of its subject (`chatCode`). */
export interface ChatReader {
	readonly role: string;
	readonly code: string;
	readonly now: Instant;
}

const STATES = { pub: 'published', att: 'waiting', ref: 'refused' } as const;

const messageOf = (item: ChatItem, name: ChatName, reader: ChatReader): ChatMessage => {
	const { k, t, aut, tx, mod, sup, urg, motif, pub = t } = item;
	const mine = aut.role === reader.role && aut.code === reader.code;
	const isModerator = chatTable[name].moderator === reader.role;
	const isThere = sup === undefined;
	const isFresh = mod !== 'pub' || reader.now <= t + DELETE_WITHIN;
	return {
		...{ k, t, toldAt: pub, author: aut, mine, text: tx },
		state: isThere ? STATES[mod] : 'deleted',
		urgent: urg === true && isThere,
		...(motif === undefined ? {} : { reason: motif }),
		may: {
			edit: isThere && mine && mod === 'att',
			remove: isThere && (isModerator || (mine && isFresh)),
			moderate: isThere && isModerator && mod === 'att',
			urge: isThere && mine && mod === 'pub' && chatTable[name].urgent === reader.role,
		},
	};
};

const factsOf = (tx: string): ChatNote['facts'] => {
	try {
		const facts: unknown = JSON.parse(tx);
		return typeof facts === 'object' && facts !== null ? (facts as ChatNote['facts']) : {};
	} catch {
		return {};
	}
};

/** A chat as somebody reads it, oldest first. */
export const chatEntries = (
	chat: Chat | undefined,
	name: ChatName,
	reader: ChatReader,
): ChatEntry[] =>
	(chat?.items ?? []).map((item) =>
		item.auto === undefined
			? { kind: 'message', ...messageOf(item, name, reader) }
			: { kind: 'note', k: item.k, t: item.t, code: item.auto, facts: factsOf(item.tx) },
	);

/** Messages that wait for this reader's decision. */
export const waitingCount = (entries: readonly ChatEntry[]): number =>
	entries.filter((one) => one.kind === 'message' && one.may.moderate).length;
