import { type RoleView, useNow } from '@navette/ui';
import { useMemo } from 'react';
import {
	type ChatEntry,
	type ChatPlace,
	chatEntries,
	chatId,
	chatName,
	chatPlaces,
	chatThread,
	documentOf,
	documentsOf,
	type TalkedDelivery,
	unreadMessages,
	waitingCount,
} from '../../client/index.ts';
import { areLoading, oldestSync, useThreads } from '../parts/use-threads.ts';
import { codeOfRole } from './use-chat.ts';
import { useReadMarks } from './use-read-marks.ts';

/** One chat of a list. */
export interface ChatSummary {
	readonly place: ChatPlace;
	readonly entries: readonly ChatEntry[];
	readonly unread: number;
	readonly waiting: number;
}

const groupementsOf = ({ usage, gp, gps = [] }: RoleView): readonly string[] =>
	usage === 'GP' || usage === 'PR' ? (gp === undefined ? [] : [gp]) : gps;

/** Every chat of a role, live. */
export function useChats(role: RoleView) {
	const now = useNow();
	const marks = useReadMarks(role.right);
	const gpsKey = groupementsOf(role).join(' ');
	const calendarPaths = gpsKey
		.split(' ')
		.filter(Boolean)
		.map((gp) => `CALGP/${gp}`);
	const calendars = useThreads(calendarPaths);
	const { usage, gc, gp, gcs = [] } = role;
	const gcsKey = gcs.join(' ');
	const places = useMemo(() => {
		const gps = gpsKey.split(' ').filter(Boolean);
		const deliveries = gps.flatMap((one): TalkedDelivery[] => {
			const calendar = calendars.get(`CALGP/${one}`);
			const found = calendar ? [...documentsOf(calendar, 'LIVRG').values()] : [];
			return found.map(({ key, data }) => ({ gp: one, livr: key.livr ?? '', delivery: data }));
		});
		const seeker = {
			...{ usage, gps, gcs: gcsKey.split(' ').filter(Boolean) },
			...(gc === undefined ? {} : { gc }),
			...(gp === undefined ? {} : { gp }),
		};
		return chatPlaces(seeker, deliveries, now);
	}, [calendars, usage, gc, gp, gpsKey, gcsKey, now]);
	const paths = [...new Set(places.map((place) => chatThread(place).path))];
	const threads = useThreads(paths);
	const code = codeOfRole(role);
	const chats = places.map((place): ChatSummary => {
		const thread = threads.get(chatThread(place).path);
		const chat = thread && documentOf(thread, place.type, chatId(place));
		const entries = chatEntries(chat, place.type, { role: usage, code, now });
		const readUntil = marks.of(chatName(place)) ?? Number.POSITIVE_INFINITY;
		return {
			...{ place, entries, waiting: waitingCount(entries) },
			unread: unreadMessages(entries, readUntil).length,
		};
	});
	return {
		chats,
		now,
		loading: areLoading(calendars, calendarPaths) || areLoading(threads, paths),
		syncedAt: oldestSync([...calendars.values(), ...threads.values()]),
	};
}
