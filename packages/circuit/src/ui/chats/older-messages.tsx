import { Button } from '@mantine/core';
import { ErrorState, LoadingState, useReport, useText } from '@navette/ui';
import { useState } from 'react';
import { type ChatNote, chatEntries, olderParts } from '../../client/index.ts';
import type { Chat } from '../../model/index.ts';
import { chatTexts } from './chat-texts.ts';
import { EntryList } from './entry-list.tsx';
import { type ChatView, codeOfRole } from './use-chat.ts';
import type { ChatCalls } from './use-chat-calls.ts';
import type { Names } from './use-names.ts';

interface Props {
	readonly view: ChatView;
	readonly names: Names;
	noteWords(note: ChatNote): string;
}

/** What left the chat is only read. */
const NO_CALLS: ChatCalls = {
	...{ busy: undefined, refusal: undefined },
	edit: async () => false,
	erase: async () => false,
	urge: async () => false,
	publish: async () => false,
	refuse: async () => false,
};
const NOTHING = { edit: false, remove: false, moderate: false, urge: false };

function Part({ view, names, noteWords, n }: Props & { readonly n: number }) {
	const { role, place, now } = view;
	const report = useReport<Chat | null>('ChatAncien', { right: role.right, chat: place, n });
	if (report.status === 'loading') return <LoadingState rows={2} />;
	if (report.error && report.result === undefined)
		return <ErrorState error={report.error} retry={report.refresh} />;
	const reader = { role: role.usage, code: codeOfRole(role), now };
	const entries = chatEntries(report.result ?? undefined, place.type, reader).map((entry) =>
		entry.kind === 'note' ? entry : { ...entry, may: NOTHING },
	);
	return <EntryList {...{ entries, names, noteWords }} calls={NO_CALLS} />;
}

/** The parts that left a long chat, asked for one at a time, the latest first. */
export function OlderMessages(props: Props) {
	const text = useText(chatTexts);
	const [shown, setShown] = useState(0);
	const all = olderParts(props.view.written);
	if (all === 0) return null;
	const first = all - shown;
	const parts = Array.from({ length: shown }, (_, index) => first + index + 1);
	return (
		<div className="ch-older">
			{first > 0 ? (
				<Button variant="default" onClick={() => setShown(shown + 1)}>
					{text.older}
				</Button>
			) : (
				<p className="nv-quiet">{text.noOlder}</p>
			)}
			{parts.map((n) => (
				<Part key={n} {...props} n={n} />
			))}
		</div>
	);
}
