import type { ChatItem } from './chat.ts';

/** The four chats. */
export type ChatName = 'CHL' | 'CHD' | 'CHCO' | 'CHPR';
type ChatRole = ChatItem['aut']['role'];

interface ChatRule {
	/** Whose words are published at once. */
	readonly direct: readonly ChatRole[];
	/** Whose words wait for a moderator. */
	readonly moderated: readonly ChatRole[];
	readonly moderator: ChatRole;
	/** Who may make his message urgent: it is told in quiet hours too. */
	readonly urgent?: ChatRole;
}

/** Who writes in which chat, and who decides there. */
export const chatTable: Readonly<Record<ChatName, ChatRule>> = {
	CHL: { direct: ['GP'], moderated: ['GC'], moderator: 'GP', urgent: 'GP' },
	CHD: { direct: ['GC', 'CO'], moderated: [], moderator: 'GC', urgent: 'GC' },
	CHCO: { direct: ['GC', 'CO'], moderated: ['GP'], moderator: 'GC' },
	CHPR: { direct: ['GP', 'PR'], moderated: ['GC'], moderator: 'GP' },
};

/** What becomes of the words of a role: published, waiting for a moderator, or not taken. */
export const standingOf = (chat: ChatName, role: string): 'pub' | 'att' | undefined => {
	const { direct, moderated } = chatTable[chat];
	if (direct.some((one) => one === role)) return 'pub';
	return moderated.some((one) => one === role) ? 'att' : undefined;
};

/** Roles that take part in a chat. */
export const rolesOf = (chat: ChatName): readonly ChatRole[] => [
	...chatTable[chat].direct,
	...chatTable[chat].moderated,
];
