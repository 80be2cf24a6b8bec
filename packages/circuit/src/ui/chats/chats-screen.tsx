import { DataAge, LoadingState, Page, type ScreenProps, useText } from '@navette/ui';
import { useId } from 'react';
import { chatName } from '../../client/index.ts';
import { ChatRow } from './chat-row.tsx';
import { chatTexts } from './chat-texts.ts';
import { ModerationList } from './moderation-list.tsx';
import { type ChatSummary, useChats } from './use-chats.ts';
import { type Names, useNames } from './use-names.ts';
import './chats.css';

interface PartProps {
	readonly title: string;
	readonly chats: readonly ChatSummary[];
	readonly names: Names;
	readonly now: number;
}

function Part({ title, chats, names, now }: PartProps) {
	const id = useId();
	if (chats.length === 0) return null;
	return (
		<section className="ch-part" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<ul className="nv-card ch-list">
				{chats.map((chat) => (
					<ChatRow key={chatName(chat.place)} {...{ chat, names, now }} />
				))}
			</ul>
		</section>
	);
}

/** A11, P10, R5: what waits for this moderator, then every chat of the role. */
export default function ChatsScreen({ role }: ScreenProps) {
	const text = useText(chatTexts);
	const names = useNames(role);
	const { chats, now, loading, syncedAt } = useChats(role);
	const moderates = role.usage === 'GC' || role.usage === 'GP';
	const ofDelivery = ({ place }: ChatSummary) => 'livr' in place;
	const lasting = chats.filter((chat) => !ofDelivery(chat));
	const shown = { names, now };
	return (
		<Page title={text.title} aside={<DataAge syncedAt={syncedAt} />}>
			{loading ? <LoadingState /> : null}
			{loading ? null : (
				<>
					{moderates ? <ModerationList right={role.right} {...{ chats, names }} /> : null}
					<Part title={text.house} chats={lasting.slice(0, 1)} {...shown} />
					<Part title={text.deliveries} chats={chats.filter(ofDelivery)} {...shown} />
					<Part title={text.partners} chats={lasting.slice(1)} {...shown} />
				</>
			)}
		</Page>
	);
}
