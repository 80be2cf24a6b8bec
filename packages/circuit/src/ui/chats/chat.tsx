import { Button } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	type RoleView,
	useActions,
	useText,
} from '@navette/ui';
import { IconArrowDown, IconMessages } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ChatPlace } from '../../client/index.ts';
import { chatTexts } from './chat-texts.ts';
import { Composer } from './composer.tsx';
import { EntryList } from './entry-list.tsx';
import { OlderMessages } from './older-messages.tsx';
import { PendingList } from './pending-list.tsx';
import { useChangesText } from './use-changes-text.ts';
import { type ChatView, useChat } from './use-chat.ts';
import { useChatCalls } from './use-chat-calls.ts';
import { useMessageDraft } from './use-message-draft.ts';
import { type Names, useNames } from './use-names.ts';
import { useNoteWords } from './use-note-words.ts';
import { type Reading, useReading } from './use-reading.ts';
import './chats.css';

interface Props {
	readonly role: RoleView;
	readonly place: ChatPlace;
}

/** A new message does not move what one reads; at the end, the end stays in sight. */
function useFollowEnd(view: ChatView, { atEnd, toEnd }: Reading): void {
	const count = view.entries.length + view.pending.length;
	const was = useRef({ count, atEnd });
	useEffect(() => {
		if (count > was.current.count && was.current.atEnd) toEnd();
		was.current = { count, atEnd };
	}, [count, atEnd, toEnd]);
}

interface BodyProps {
	readonly view: ChatView;
	readonly names: Names;
}

function Body({ view, names }: BodyProps) {
	const text = useText(chatTexts);
	const { role, place, entries, pending } = view;
	const calls = useChatCalls(role.right, place);
	const draft = useMessageDraft(role.right, place);
	const noteWords = useNoteWords(names.group, view.catalogue);
	const changes = useChangesText(view, names);
	const reading = useReading(view);
	const { isAway, end, toEnd, firstUnread } = reading;
	useFollowEnd(view, reading);
	useActions([{ id: 'chat-newest', label: text.newest, run: toEnd }]);
	return (
		<>
			<OlderMessages {...{ view, names, noteWords }} />
			{entries.length === 0 && pending.length === 0 ? (
				<EmptyState icon={IconMessages} title={text.emptyTitle}>
					{text.empty}
				</EmptyState>
			) : null}
			<div className="ch-log" role="log" aria-label={text.log}>
				<EntryList {...{ entries, names, calls, firstUnread, noteWords }} />
				<PendingList pending={pending} takeBack={draft.change} />
			</div>
			<div ref={end} className="ch-end" />
			<div className="ch-foot">
				{isAway && entries.length > 0 ? (
					<Button
						className="ch-newest"
						variant="default"
						size="sm"
						leftSection={<IconArrowDown size={16} aria-hidden />}
						onClick={toEnd}
					>
						{text.newest}
					</Button>
				) : null}
				<Composer {...{ view, draft, changes }} sent={toEnd} />
			</div>
		</>
	);
}

/** One chat: by day, live, with where one writes at the bottom. */
export function Chat({ role, place }: Props) {
	const text = useText(chatTexts);
	const view = useChat(role, place);
	const names = useNames(role);
	const { missing } = view;
	if (missing.status === 'loading') return <LoadingState rows={5} />;
	if (missing.error && missing.status === 'refused') return <ErrorState error={missing.error} />;
	return (
		<div className="ch-chat">
			<div className="ch-about">
				<p className="nv-quiet">{text.readers[place.type]}</p>
				<DataAge syncedAt={view.thread.syncedAt} />
			</div>
			<Body view={view} names={names} />
		</div>
	);
}
