import type { AppScreen, Usage } from '@navette/ui';
import { IconMessage, IconMessages } from '@tabler/icons-react';
import { lazy } from 'react';

const ChatScreen = lazy(() => import('./chat-screen.tsx'));
const ChatsScreen = lazy(() => import('./chats-screen.tsx'));

const title = { fr: 'Discussions', en: 'Chats' };

/** One chat at the depth of its code: a group's, a delivery's, a distribution's. */
const chatAt = (usage: Usage, path: string, depth: string): AppScreen => ({
	...{ id: `chat-${usage.toLowerCase()}-${depth}`, path, usage, title, icon: IconMessage },
	...{ nav: false, component: ChatScreen },
});

/** Screens of the chats of a role that has several: A11, P10, R5. */
const chatsOf = (usage: Usage): readonly AppScreen[] => [
	{
		...{ id: `chats-${usage.toLowerCase()}`, path: 'chats', usage, title, icon: IconMessages },
		...{ nav: true, key: 'm', component: ChatsScreen },
	},
	{ ...chatAt(usage, 'chat', 'house'), under: 'chats' },
	chatAt(usage, 'chats/$type/$a', 'lasting'),
	chatAt(usage, 'chats/$type/$a/$b', 'delivery'),
	chatAt(usage, 'chats/$type/$a/$b/$c', 'distribution'),
];

/** C8: the chat of the group, one of the pages of a consumer. */
const groupChat: AppScreen = {
	...{ id: 'consumer-chat', path: 'chat', usage: 'CO' as const, icon: IconMessages },
	title: { fr: 'Discussion du groupe', en: 'Group chat' },
	short: { fr: 'Discussion', en: 'Chat' },
	...{ nav: true, key: 'm', component: ChatScreen },
};

/** Screens of the chats of every role. */
export const chatScreens: readonly AppScreen[] = [
	groupChat,
	...chatsOf('GC'),
	...chatsOf('GP'),
	...chatsOf('PR'),
];
