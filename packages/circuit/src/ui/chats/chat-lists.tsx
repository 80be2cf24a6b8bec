import { useText } from '@navette/ui';
import { useId } from 'react';
import { type ChatPlace, chatName } from '../../client/index.ts';
import { ChatRow } from './chat-row.tsx';
import { chatTexts } from './chat-texts.ts';
import type { ChatSummary } from './use-chats.ts';
import type { Names } from './use-names.ts';

interface Shown {
	readonly names: Names;
	readonly now: number;
	/** The chat that is open beside the list. */
	readonly open?: ChatPlace | undefined;
}

interface PartProps extends Shown {
	readonly title: string;
	readonly chats: readonly ChatSummary[];
}

function Part({ title, chats, names, now, open }: PartProps) {
	const id = useId();
	if (chats.length === 0) return null;
	const openName = open && chatName(open);
	return (
		<section className="ch-part" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<ul className="nv-card ch-list">
				{chats.map((chat) => {
					const name = chatName(chat.place);
					return <ChatRow key={name} {...{ chat, names, now }} isOpen={name === openName} />;
				})}
			</ul>
		</section>
	);
}

/** Every chat of a role: that of its house, those of deliveries, those with its partners. */
export function ChatLists({ chats, ...shown }: Shown & { readonly chats: readonly ChatSummary[] }) {
	const text = useText(chatTexts);
	const ofDelivery = ({ place }: ChatSummary) => 'livr' in place;
	const lasting = chats.filter((chat) => !ofDelivery(chat));
	return (
		<>
			<Part title={text.house} chats={lasting.slice(0, 1)} {...shown} />
			<Part title={text.deliveries} chats={chats.filter(ofDelivery)} {...shown} />
			<Part title={text.partners} chats={lasting.slice(1)} {...shown} />
		</>
	);
}
