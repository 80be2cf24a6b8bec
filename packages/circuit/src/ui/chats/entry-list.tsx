import { useFormats, useText } from '@navette/ui';
import { IconSettings } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type ChatEntry, type ChatNote, chatDays } from '../../client/index.ts';
import { Message } from './chat-message.tsx';
import { chatTexts } from './chat-texts.ts';
import type { ChatCalls } from './use-chat-calls.ts';
import type { Names } from './use-names.ts';

interface Props {
	readonly entries: readonly ChatEntry[];
	readonly names: Names;
	readonly calls: ChatCalls;
	/** Key of the first message that was not read when the chat was opened. */
	readonly firstUnread?: string | undefined;
	noteWords(note: ChatNote): string;
}

function Note({ note, words }: { readonly note: ChatNote; readonly words: string }) {
	const text = useText(chatTexts);
	const { time } = useFormats();
	return (
		<p className="ch-note">
			<IconSettings size={16} aria-label={text.automatic} role="img" />
			<span>{words}</span>
			<time dateTime={new Date(note.t).toISOString()}>{time(note.t)}</time>
		</p>
	);
}

/** Messages and automatic notes by day, oldest first. */
export function EntryList({ entries, names, calls, firstUnread, noteWords }: Props) {
	const text = useText(chatTexts);
	const { date, longDate } = useFormats();
	return chatDays(entries, date).map((day) => (
		<section key={day.at} className="ch-day" aria-label={longDate(day.at)}>
			<h2>{longDate(day.at)}</h2>
			<ol>
				{day.entries.map((entry) => (
					<Fragment key={entry.k}>
						{entry.k === firstUnread ? (
							<li className="ch-unread">
								<span>{text.unread}</span>
							</li>
						) : null}
						<li>
							{entry.kind === 'note' ? (
								<Note note={entry} words={noteWords(entry)} />
							) : (
								<Message message={entry} author={names.author(entry.author)} calls={calls} />
							)}
						</li>
					</Fragment>
				))}
			</ol>
		</section>
	));
}
