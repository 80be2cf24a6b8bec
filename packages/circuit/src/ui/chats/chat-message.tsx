import { Chip, useFormats, useText } from '@navette/ui';
import { IconAlertTriangle, IconHourglass, IconUrgent } from '@tabler/icons-react';
import type { ChatMessage } from '../../client/index.ts';
import { Avatar } from './avatar.tsx';
import { chatTexts } from './chat-texts.ts';
import { MessageActs } from './message-acts.tsx';
import type { ChatCalls } from './use-chat-calls.ts';
import type { AuthorName } from './use-names.ts';

interface Props {
	readonly message: ChatMessage;
	readonly author: AuthorName;
	readonly calls: ChatCalls;
}

function State({ message }: { readonly message: ChatMessage }) {
	const text = useText(chatTexts);
	const { state, urgent, may } = message;
	if (urgent)
		return (
			<Chip tone="danger" icon={IconUrgent}>
				{text.urgent}
			</Chip>
		);
	if (state === 'waiting')
		return (
			<Chip tone="warn" icon={IconHourglass}>
				{may.moderate ? text.waitingForYou : text.waiting}
			</Chip>
		);
	return state === 'refused' ? <Chip tone="danger">{text.refused}</Chip> : null;
}

/** One message: who, when, where it stands, its words, and what may be done with it. */
export function Message({ message, author, calls }: Props) {
	const text = useText(chatTexts);
	const { time } = useFormats();
	const { k, t, mine, state, reason } = message;
	const refusal = calls.refusal?.k === k ? calls.refusal.sentence : undefined;
	return (
		<article className="ch-message" data-mine={mine || undefined} data-state={state}>
			<Avatar initials={message.author.init} role={message.author.role} />
			<div className="ch-bubble">
				<header>
					<b>{mine ? text.you : author.name}</b>
					{author.detail === undefined || mine ? null : <span>{author.detail}</span>}
					<time dateTime={new Date(t).toISOString()}>{time(t)}</time>
				</header>
				<State message={message} />
				<p className="ch-text">{state === 'deleted' ? text.deleted : message.text}</p>
				{reason === undefined ? null : <p className="ch-reason">{text.reason(reason)}</p>}
				{refusal === undefined ? null : (
					<p className="ch-fault" role="alert">
						<IconAlertTriangle size={16} aria-hidden />
						{refusal}
					</p>
				)}
				{state === 'deleted' ? null : <MessageActs message={message} calls={calls} />}
			</div>
		</article>
	);
}
