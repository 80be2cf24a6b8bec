import { useAnnounce, useLanguage, useSession, useText } from '@navette/ui';
import { useState } from 'react';
import type { ChatPlace } from '../../client/index.ts';
import { chatTexts } from './chat-texts.ts';

/** What one does with messages that are there. Each answers whether it was done. */
export interface ChatCalls {
	/** Key of the message being changed. */
	readonly busy: string | undefined;
	/** The last refusal, and the message that it is about. */
	readonly refusal: { readonly k: string; readonly sentence: string } | undefined;
	edit(k: string, tx: string): Promise<boolean>;
	erase(k: string): Promise<boolean>;
	urge(k: string, urg: boolean): Promise<boolean>;
	publish(k: string): Promise<boolean>;
	refuse(k: string, motif: string): Promise<boolean>;
}

/** Changes messages now: what is decided of somebody's words is not left to wait in an outbox. */
export function useChatCalls(right: string, chat: ChatPlace): ChatCalls {
	const session = useSession();
	const language = useLanguage();
	const announce = useAnnounce();
	const text = useText(chatTexts);
	const [busy, setBusy] = useState<string>();
	const [refusal, setRefusal] = useState<ChatCalls['refusal']>();
	const run = async (name: string, k: string, more: object, done?: string): Promise<boolean> => {
		setBusy(k);
		const answer = await session.call<unknown>(name, { right, chat, k, ...more });
		setBusy(undefined);
		if (!answer.ok) {
			const sentence = answer.error.sentence[language];
			setRefusal({ k, sentence });
			announce(sentence);
			return false;
		}
		setRefusal(undefined);
		if (done !== undefined) announce(done);
		return true;
	};
	return {
		...{ busy, refusal },
		edit: (k, tx) => run('ChatEcrire', k, { tx }),
		erase: (k) => run('ChatEffacer', k, {}, text.erased),
		urge: (k, urg) => run('ChatUrgent', k, { urg }),
		publish: (k) => run('ChatModerer', k, {}, text.published),
		refuse: (k, motif) => run('ChatModerer', k, { motif }, text.refusedSaid),
	};
}
