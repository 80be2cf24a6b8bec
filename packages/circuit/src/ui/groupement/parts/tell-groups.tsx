import { Button } from '@mantine/core';
import { type RoleView, useNavigation, useText } from '@navette/ui';
import { IconMessageCirclePlus } from '@tabler/icons-react';
import { type ChatPlace, chatPath } from '../../../client/index.ts';
import { useChangesText } from '../../chats/use-changes-text.ts';
import { useChat } from '../../chats/use-chat.ts';
import { useMessageDraft } from '../../chats/use-message-draft.ts';
import { useNames } from '../../chats/use-names.ts';
import { tourHeadTexts } from './tour-texts.ts';

interface Props {
	readonly role: RoleView;
	readonly gp: string;
	readonly livr: string;
}

/**
 * Begins the message that tells groups what changed since one last wrote to them, and opens the chat
 * of the delivery on it: it is read again there before it is sent. What was begun there stays above.
 */
export function TellGroups({ role, gp, livr }: Props) {
	const text = useText(tourHeadTexts);
	const { go } = useNavigation();
	const place: ChatPlace = { type: 'CHL', gp, livr };
	const chat = useChat(role, place);
	const changes = useChangesText(chat, useNames(role));
	const draft = useMessageDraft(role.right, place);
	if (changes === undefined) return null;
	const compose = () => {
		if (!draft.text.includes(changes))
			draft.change([draft.text.trim(), changes].filter(Boolean).join('\n\n'));
		go(chatPath(place));
	};
	return (
		<div className="cg-bar">
			<Button
				variant="default"
				leftSection={<IconMessageCirclePlus size={18} aria-hidden />}
				disabled={changes === ''}
				onClick={compose}
			>
				{text.tell}
			</Button>
			<span className="nv-quiet">{changes === '' ? text.nothingToTell : text.tellNote}</span>
		</div>
	);
}
