import {
	EmptyState,
	Page,
	type RoleView,
	ScreenLink,
	type ScreenProps,
	useText,
} from '@navette/ui';
import { IconChevronLeft, IconMessageOff } from '@tabler/icons-react';
import { type ChatPlace, chatName, chatPlaceOf } from '../../client/index.ts';
import { Chat } from './chat.tsx';
import { ChatAside } from './chat-aside.tsx';
import { chatTexts } from './chat-texts.ts';
import { useIsWide } from './use-is-wide.ts';
import { useNames } from './use-names.ts';
import './chats.css';

/** The chat of one's own house: of the group, or of the groupement and its producers. */
const houseOf = ({ usage, gc, gp }: RoleView): ChatPlace | undefined =>
	usage === 'CO' || usage === 'GC'
		? chatPlaceOf('CHCO', [gc])
		: usage === 'GP' || usage === 'PR'
			? chatPlaceOf('CHPR', [gp])
			: undefined;

/** C8, and one chat of any role, on a desk beside the others; without parameters that of one's own house. */
export default function ChatScreen({ role, params }: ScreenProps) {
	const text = useText(chatTexts);
	const names = useNames(role);
	const { type, a, b, c } = params;
	const place = type === undefined ? houseOf(role) : chatPlaceOf(type, [a, b, c]);
	const isOnly = role.usage === 'CO' && place?.type === 'CHCO';
	const isSplit = useIsWide() && role.usage !== 'CO';
	const chat = (
		<div className="ch-screen">
			{isOnly || isSplit ? null : (
				<ScreenLink className="ch-back" to={role.usage === 'CO' ? '' : 'chats'}>
					<IconChevronLeft size={18} aria-hidden />
					{text.back}
				</ScreenLink>
			)}
			<Page title={place ? names.chat(place) : text.title}>
				{place ? (
					<Chat key={chatName(place)} role={role} place={place} />
				) : (
					<EmptyState icon={IconMessageOff} title={text.wrongTitle}>
						{text.wrong}
					</EmptyState>
				)}
			</Page>
		</div>
	);
	if (!isSplit) return chat;
	return (
		<div className="ch-split">
			<ChatAside role={role} open={place} />
			{chat}
		</div>
	);
}
