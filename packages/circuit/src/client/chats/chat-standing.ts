import {
	type Delivery,
	type Instant,
	mayWrite,
	phaseForGroup,
	phaseOf,
	type Role,
	standingOf,
} from '../../model/index.ts';
import type { ChatPlace } from './chat-place.ts';

/**
 * What becomes of words written here and now: published, waiting for a moderator, or why they are not
 * taken: never by this role, not yet, no more, or the delivery is not known here.
 */
export type ChatStanding = 'pub' | 'att' | 'never' | 'early' | 'archived' | 'unknown';

export const chatStanding = (
	place: ChatPlace,
	role: Role,
	around: {
		readonly delivery: Delivery | undefined;
		/** The group of who writes, when he writes for one. */
		readonly gc?: string;
		readonly now: Instant;
	},
): ChatStanding => {
	const standing = standingOf(place.type, role);
	if (standing === undefined) return 'never';
	if (place.type !== 'CHL' && place.type !== 'CHD') return standing;
	const { delivery, now } = around;
	const gc = around.gc ?? (place.type === 'CHD' ? place.gc : undefined);
	if (!delivery) return 'unknown';
	const phase = gc === undefined ? phaseOf(delivery, now) : phaseForGroup(delivery, gc, now);
	const allowed = mayWrite({ role, object: place.type, phase });
	if (allowed.ok) return standing;
	return allowed.error.code === 'E-ARCH' ? 'archived' : 'early';
};
