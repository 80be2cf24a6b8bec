import { DataAge, LoadingState, Page, type ScreenProps, useText } from '@navette/ui';
import { IconMessages } from '@tabler/icons-react';
import { ChatLists } from './chat-lists.tsx';
import { chatTexts } from './chat-texts.ts';
import { ModerationList } from './moderation-list.tsx';
import { useChats } from './use-chats.ts';
import { useIsWide } from './use-is-wide.ts';
import { useNames } from './use-names.ts';
import './chats.css';

/** A11, P10, R5: what waits for this moderator, and every chat of the role. */
export default function ChatsScreen({ role }: ScreenProps) {
	const text = useText(chatTexts);
	const names = useNames(role);
	const isWide = useIsWide();
	const { chats, now, loading, syncedAt } = useChats(role);
	const moderates = role.usage === 'GC' || role.usage === 'GP';
	const moderation = moderates ? <ModerationList right={role.right} {...{ chats, names }} /> : null;
	const lists = <ChatLists {...{ chats, names, now }} />;
	return (
		<Page title={text.title} aside={<DataAge syncedAt={syncedAt} />}>
			{loading ? <LoadingState /> : null}
			{loading || isWide ? null : (
				<>
					{moderation}
					{lists}
				</>
			)}
			{!loading && isWide ? (
				<div className="ch-split">
					<div className="ch-aside">{lists}</div>
					<div className="ch-beside">
						{moderation}
						<p className="ch-choose">
							<IconMessages size={20} aria-hidden />
							{text.choose}
						</p>
					</div>
				</div>
			) : null}
		</Page>
	);
}
