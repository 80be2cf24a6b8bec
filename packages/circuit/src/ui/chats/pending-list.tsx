import { Button } from '@mantine/core';
import { useLanguage, useSession, useText } from '@navette/ui';
import { IconAlertTriangle, IconClockUp } from '@tabler/icons-react';
import type { PendingMessage } from '../../client/index.ts';
import { chatTexts } from './chat-texts.ts';

interface Props {
	readonly pending: readonly PendingMessage[];
	/** Puts the words back where they are written. */
	takeBack(text: string): void;
}

/** Messages that this device keeps: to send, being sent, or refused with the reason. */
export function PendingList({ pending, takeBack }: Props) {
	const text = useText(chatTexts);
	const language = useLanguage();
	const session = useSession();
	if (pending.length === 0) return null;
	const again = ({ id, text: words }: PendingMessage) => {
		takeBack(words);
		void session.discard(id);
	};
	return (
		<ol className="ch-pending">
			{pending.map((one) => (
				<li key={one.id} className="ch-message" data-mine data-state={one.state}>
					<div className="ch-bubble">
						<p className="ch-text">{one.text}</p>
						<p className={one.state === 'refused' ? 'ch-fault' : 'ch-reason'}>
							{one.state === 'refused' ? (
								<IconAlertTriangle size={16} aria-hidden />
							) : (
								<IconClockUp size={16} aria-hidden />
							)}
							{one.state === 'refused'
								? one.error?.sentence[language]
								: one.state === 'sending'
									? text.sending
									: text.toSend}
						</p>
						{one.state === 'sending' ? null : (
							<div className="ch-acts">
								<Button size="compact-sm" variant="subtle" onClick={() => again(one)}>
									{text.again}
								</Button>
								<Button
									size="compact-sm"
									variant="subtle"
									onClick={() => void session.discard(one.id)}
								>
									{text.drop}
								</Button>
							</div>
						)}
					</div>
				</li>
			))}
		</ol>
	);
}
