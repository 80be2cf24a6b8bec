import { ScreenLink, useText } from '@navette/ui';
import type { ChatMessage, ChatPlace } from '../../client/index.ts';
import { chatName, chatPath } from '../../client/index.ts';
import { Message } from './chat-message.tsx';
import { chatTexts } from './chat-texts.ts';
import { useChatCalls } from './use-chat-calls.ts';
import type { ChatSummary } from './use-chats.ts';
import type { Names } from './use-names.ts';

interface ItemProps {
	readonly right: string;
	readonly place: ChatPlace;
	readonly message: ChatMessage;
	readonly names: Names;
}

function Item({ right, place, message, names }: ItemProps) {
	const text = useText(chatTexts);
	const calls = useChatCalls(right, place);
	return (
		<li>
			<ScreenLink to={chatPath(place)}>{text.inChat(names.chat(place))}</ScreenLink>
			<Message message={message} author={names.author(message.author)} calls={calls} />
		</li>
	);
}

interface Props {
	readonly right: string;
	readonly chats: readonly ChatSummary[];
	readonly names: Names;
}

/** Every message that waits for this moderator, decided in place. */
export function ModerationList({ right, chats, names }: Props) {
	const text = useText(chatTexts);
	const waiting = chats.flatMap(({ place, entries }) =>
		entries.flatMap((entry) =>
			entry.kind === 'message' && entry.may.moderate ? [{ place, message: entry }] : [],
		),
	);
	return (
		<section className="ch-part" aria-labelledby="to-moderate">
			<h2 id="to-moderate">{text.moderation}</h2>
			{waiting.length === 0 ? <p className="nv-quiet">{text.moderationNone}</p> : null}
			<ol className="ch-to-moderate">
				{waiting.map(({ place, message }) => (
					<Item key={`${chatName(place)} ${message.k}`} {...{ right, place, message, names }} />
				))}
			</ol>
		</section>
	);
}
