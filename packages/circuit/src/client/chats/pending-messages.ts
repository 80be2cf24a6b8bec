import type { OutboxEntry } from '@navette/client';
import type { QueuedCall } from '../consumer/order-calls.ts';
import { type ChatPlace, chatName } from './chat-place.ts';

/** A message that this device keeps until the server has it. */
export interface PendingMessage {
	/** Of the operation. */
	readonly id: string;
	readonly text: string;
	readonly state: OutboxEntry['state'];
	readonly error?: OutboxEntry['error'];
}

/** What an operation of the outbox remembers of a message. */
interface MessageLabel {
	readonly kind: 'chat-message';
	readonly chat: string;
	readonly text: string;
	/** For the list of what is waiting. */
	readonly fr: string;
	readonly en: string;
}

const SHOWN = 40;
const shortened = (text: string): string =>
	text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;

const labelOf = (label: unknown): MessageLabel | undefined => {
	const found = label as Partial<MessageLabel> | null | undefined;
	return found?.kind === 'chat-message' && typeof found.text === 'string'
		? (found as MessageLabel)
		: undefined;
};

/** The operation that writes a message, to be queued: it leaves when the network is there. */
export const messageCall = (place: ChatPlace, right: string, text: string): QueuedCall => ({
	name: 'ChatEcrire',
	input: { right, chat: place, tx: text },
	label: {
		...{ kind: 'chat-message', chat: chatName(place), text },
		fr: `Message : « ${shortened(text)} »`,
		en: `Message: “${shortened(text)}”`,
	} satisfies MessageLabel,
});

const rightOf = (input: unknown): unknown =>
	typeof input === 'object' && input !== null && 'right' in input ? input.right : undefined;

/** Messages of the outbox for one chat, under one right, in the order in which they were written. */
export const pendingMessages = (
	outbox: readonly OutboxEntry[],
	place: ChatPlace,
	right: string,
): PendingMessage[] =>
	outbox.flatMap((entry): PendingMessage[] => {
		const label = labelOf(entry.label);
		if (label?.chat !== chatName(place) || rightOf(entry.input) !== right) return [];
		const { id, state, error } = entry;
		return [{ id, text: label.text, state, ...(error ? { error } : {}) }];
	});
