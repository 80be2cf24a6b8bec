import type { NewsOffer } from '@navette/client';
import { type RoleView, useAnnounce, useText } from '@navette/ui';
import { useCallback, useEffect, useState } from 'react';
import type { NewsBook, NewsDevice, NewsFault } from '../client/index.ts';
import { newsTexts } from './texts.ts';

/** What a person chose on this device in one role. */
export interface NewsChoices {
	readonly chosen: readonly string[];
	readonly lasting: boolean;
	readonly book: NewsBook;
}

const choicesOf = (book: NewsBook, place: string, role: string): NewsChoices => {
	const organisation = book.organisations[place];
	return {
		book,
		chosen: organisation?.chosen[role] ?? [],
		lasting: organisation?.lasting ?? true,
	};
};

/** The choices of a role on this device, and how to change them; each change applies at once. */
export function useNews(device: NewsDevice, role: RoleView, segment: string) {
	const text = useText(newsTexts);
	const announce = useAnnounce();
	const [choices, setChoices] = useState<NewsChoices>();
	const [busy, setBusy] = useState(false);
	const [fault, setFault] = useState<NewsFault>();
	const read = useCallback(
		async () => setChoices(choicesOf(await device.book(), device.place, segment)),
		[device, segment],
	);
	useEffect(() => {
		void read();
	}, [read]);
	const act = async (work: () => ReturnType<NewsDevice['stop']>, done: string) => {
		setBusy(true);
		setFault(undefined);
		const outcome = await work();
		if (outcome.ok) announce(done);
		else setFault(outcome.error);
		await read();
		setBusy(false);
	};
	const choose = (offers: readonly NewsOffer[], chosen: readonly string[], lasting: boolean) =>
		act(() => device.choose({ role: segment, offers, chosen }, lasting), text.kept);
	const setManner = async (change: {
		readonly names?: boolean;
		readonly quiet?: NewsBook['quiet'] | undefined;
	}) => {
		if (!choices) return;
		const { names, quiet } = { ...choices.book, ...change };
		await device.setManner({ names, ...(quiet ? { quiet } : {}) });
		await read();
		announce(text.kept);
	};
	const stop = () => act(device.stop, text.stopped);
	return { choices, busy, fault, choose, setManner, stop, usage: role.usage };
}
