import { LoadingState, type RoleView, useText } from '@navette/ui';
import type { ChatPlace } from '../../client/index.ts';
import { ChatLists } from './chat-lists.tsx';
import { chatTexts } from './chat-texts.ts';
import { useChats } from './use-chats.ts';
import { useNames } from './use-names.ts';

interface Props {
	readonly role: RoleView;
	readonly open: ChatPlace | undefined;
}

/** On a desk, the other chats stay beside the one that is open. */
export function ChatAside({ role, open }: Props) {
	const text = useText(chatTexts);
	const names = useNames(role);
	const { chats, now, loading } = useChats(role);
	return (
		<nav className="ch-aside" aria-label={text.title}>
			{loading ? <LoadingState /> : <ChatLists {...{ chats, names, now, open }} />}
		</nav>
	);
}
