import { useDraft } from '@navette/ui';
import { type ChatPlace, chatName } from '../../client/index.ts';

/** What is being written in one chat, kept on the device. */
export interface MessageDraft {
	readonly text: string;
	readonly atRisk: boolean;
	change(text: string): void;
	forget(): void;
}

/** The draft of a chat under one right: it is there again after a restart, until it is sent. */
export function useMessageDraft(right: string, place: ChatPlace): MessageDraft {
	const { value, atRisk, change, forget } = useDraft(`chat ${right} ${chatName(place)}`);
	return { text: typeof value === 'string' ? value : '', atRisk, change, forget };
}
