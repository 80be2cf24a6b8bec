import { Chip, ScreenLink, useFormats, useText } from '@navette/ui';
import { IconHourglass, IconMessage } from '@tabler/icons-react';
import { chatPath } from '../../client/index.ts';
import { chatTexts } from './chat-texts.ts';
import type { ChatSummary } from './use-chats.ts';
import type { Names } from './use-names.ts';

interface Props {
	readonly chat: ChatSummary;
	readonly names: Names;
	readonly now: number;
	/** It is open beside the list: its last words are there. */
	readonly isOpen?: boolean;
}

/** One chat of a list: its name, the last words, what is new and what waits. */
export function ChatRow({ chat, names, now, isOpen = false }: Props) {
	const text = useText(chatTexts);
	const { age } = useFormats();
	const { place, entries, unread, waiting } = chat;
	const last = entries.findLast((one) => one.kind === 'message' && one.state !== 'deleted');
	const said =
		last?.kind === 'message'
			? text.lastSaid(last.mine ? text.you : names.author(last.author).name, last.text)
			: text.noMessage;
	return (
		<li data-unread={unread > 0 || undefined} data-current={isOpen || undefined}>
			<ScreenLink to={chatPath(place)} aria-current={isOpen ? 'page' : undefined}>
				{names.chat(place)}
			</ScreenLink>
			{last ? <time dateTime={new Date(last.t).toISOString()}>{age(last.t, now)}</time> : <span />}
			{isOpen ? null : <p>{said}</p>}
			<span className="ch-chips">
				{waiting > 0 ? (
					<Chip tone="warn" icon={IconHourglass}>
						{text.waitingCount(waiting)}
					</Chip>
				) : null}
				{unread > 0 ? (
					<Chip tone="ok" icon={IconMessage}>
						{text.unreadCount(unread)}
					</Chip>
				) : null}
			</span>
		</li>
	);
}
