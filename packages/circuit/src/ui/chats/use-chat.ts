import {
	type RoleView,
	useLanguage,
	useNow,
	useObservable,
	useReport,
	useSession,
	useThread,
} from '@navette/ui';
import { useCallback, useMemo, useState } from 'react';
import {
	type ChatEntry,
	type ChatPlace,
	type ChatStanding,
	chatEntries,
	chatId,
	chatStanding,
	chatThread,
	documentOf,
	messageCall,
	type OfferedCatalogue,
	type PendingMessage,
	pendingMessages,
} from '../../client/index.ts';
import type { Delivery } from '../../model/index.ts';

type Thread = ReturnType<typeof useThread>;

/** One chat as one role reads it, live, and the way to write in it. */
export interface ChatView {
	readonly place: ChatPlace;
	readonly role: RoleView;
	readonly thread: Thread;
	/** The chat, then the delivery that says whether one may write. */
	readonly missing: Thread;
	readonly entries: readonly ChatEntry[];
	/** Items ever written; 0 when the reader sees his own only. */
	readonly written: number;
	readonly pending: readonly PendingMessage[];
	readonly standing: ChatStanding;
	readonly delivery: Delivery | undefined;
	readonly catalogue: OfferedCatalogue | undefined;
	readonly now: number;
	/** Why the device could not keep the last message. */
	readonly fault: string | undefined;
	/** Queues a message; whether the device kept it. */
	write(text: string): Promise<boolean>;
}

/** The subject of a right, which is also the code of its holder as an author. */
export const codeOfRole = ({ right }: RoleView): string => right.split('/')[1] ?? '';

const deliveryOf = (place: ChatPlace) => ('livr' in place ? place : undefined);

/** Everything that one chat shows. */
export function useChat(role: RoleView, place: ChatPlace): ChatView {
	const session = useSession();
	const language = useLanguage();
	const now = useNow();
	const outbox = useObservable(session.outbox);
	const [fault, setFault] = useState<string>();
	const { path, options } = chatThread(place);
	const thread = useThread(path, options);
	const { right, usage, gc } = role;
	const of = deliveryOf(place);
	const calendar = useThread(of && `CALGP/${of.gp}`);
	const delivery = of && documentOf(calendar, 'LIVRG', `${of.gp}.${of.livr}`);
	const report = useReport<OfferedCatalogue>(of && 'Catalogue', {
		...{ right, gp: of?.gp, livr: of?.livr },
		...(gc === undefined ? {} : { gc }),
	});
	const chat = documentOf(thread, place.type, chatId(place));
	const code = codeOfRole(role);
	const entries = useMemo(
		() => chatEntries(chat, place.type, { role: usage, code, now }),
		[chat, place.type, usage, code, now],
	);
	const write = useCallback(
		async (text: string): Promise<boolean> => {
			const { name, input, label } = messageCall(place, right, text);
			const queued = await session.queue(name, input, label);
			setFault(queued.ok ? undefined : queued.error.sentence[language]);
			return queued.ok;
		},
		[session, place, right, language],
	);
	return {
		...{ place, role, thread, entries, delivery, now, fault, write },
		missing: of && thread.status === 'ready' ? calendar : thread,
		written: chat?.n ?? 0,
		pending: useMemo(() => pendingMessages(outbox, place, right), [outbox, place, right]),
		standing: chatStanding(place, usage, {
			...{ delivery, now },
			...(gc === undefined ? {} : { gc }),
		}),
		catalogue: report.result,
	};
}
