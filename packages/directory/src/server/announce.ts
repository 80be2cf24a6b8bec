import { bytesToBase64Url, type Random } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { type AnnouncementData, DIRECTORY_LIMITS } from '../model/index.ts';

const DAY = 86_400_000;

/** Takes away what is old, and what is more than a device would show. */
const prune = async (context: OperationContext, user: string): Promise<void> => {
	const kept = await context.byGrouping<AnnouncementData>('ANNOUNCEMENT', 'user', { user });
	const newest = [...kept].sort((a, b) => b.data.at - a.data.at);
	const oldest = context.now - DIRECTORY_LIMITS.announcementDays * DAY;
	for (const [at, { key, data }] of newest.entries())
		if (at >= DIRECTORY_LIMITS.announcements - 1 || data.at < oldest)
			await context.remove('ANNOUNCEMENT', key);
};

/** Tells the devices of a user; it is written with what it tells of. */
export const announce = async (
	context: OperationContext,
	random: Random,
	user: string,
	about: Omit<AnnouncementData, 'at'>,
): Promise<void> => {
	await prune(context, user);
	const id = bytesToBase64Url(random.bytes(16));
	await context.write('ANNOUNCEMENT', { user, id }, { ...about, at: context.now });
};
