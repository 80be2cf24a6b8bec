import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { chatName, lastToldAt, unreadMessages } from '../../client/index.ts';
import type { ChatView } from './use-chat.ts';
import { useReadMarks } from './use-read-marks.ts';

/** How one reads a chat: where the unread begins, and whether its end is in sight. */
export interface Reading {
	/** Key of the first message that was unread when the chat was opened. */
	readonly firstUnread: string | undefined;
	readonly atEnd: boolean;
	/** The end was seen to be out of sight; not so before anything was seen. */
	readonly isAway: boolean;
	readonly end: RefObject<HTMLDivElement | null>;
	toEnd(): void;
}

const isSeen = (entry: IntersectionObserverEntry | undefined): boolean =>
	entry?.isIntersecting === true;

/** Opens a chat at its first unread message, else at its end; what reaches the end is read. */
export function useReading(view: ChatView): Reading {
	const { entries, role, place, missing } = view;
	const name = chatName(place);
	const marks = useReadMarks(role.right);
	const end = useRef<HTMLDivElement>(null);
	const [opened, setOpened] = useState<{ name: string; first: string | undefined }>();
	const [seen, setSeen] = useState<'end' | 'away'>();
	const atEnd = seen === 'end';
	const readUntil = marks.of(name);
	const isReady = missing.status === 'ready' && readUntil !== undefined;
	useEffect(() => {
		if (!isReady || opened?.name === name) return;
		setOpened({ name, first: unreadMessages(entries, readUntil)[0]?.k });
	}, [isReady, opened, name, entries, readUntil]);
	useEffect(() => {
		if (!opened) return;
		const first = document.querySelector('.ch-unread');
		(first ?? end.current)?.scrollIntoView({ block: first ? 'start' : 'end' });
	}, [opened]);
	useEffect(() => {
		if (!opened || !end.current) return undefined;
		const observer = new IntersectionObserver((all) =>
			setSeen(isSeen(all.at(-1)) ? 'end' : 'away'),
		);
		observer.observe(end.current);
		return () => observer.disconnect();
	}, [opened]);
	const told = lastToldAt(entries);
	useEffect(() => {
		if (atEnd && opened?.name === name) marks.mark(name, told);
	}, [atEnd, opened, name, told, marks]);
	const toEnd = useCallback(() => end.current?.scrollIntoView({ block: 'end' }), []);
	const firstUnread = opened?.name === name ? opened.first : undefined;
	return { firstUnread, atEnd, isAway: seen === 'away', end, toEnd };
}
