import { bytesToBase64Url, type Random } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import type { AnnouncementData } from '../model/index.ts';

/** Tells the devices of a user; it is written with what it tells of. */
export const announce = (
	context: OperationContext,
	random: Random,
	user: string,
	about: Omit<AnnouncementData, 'at'>,
): Promise<void> => {
	const id = bytesToBase64Url(random.bytes(16));
	return context.write('ANNOUNCEMENT', { user, id }, { ...about, at: context.now });
};
