import type { Grant, Wish } from '@navette/engine';
import type { Version } from '@navette/model';

/** A thread that was read, and what is given of it. */
export interface SharedThread {
	readonly path: string;
	readonly grant: Grant;
}

/** What a socket listens to. Placed before its first pull, so that nothing is missed in between. */
export interface Subscription {
	readonly reference: string;
	readonly wish: Wish;
	/** `wish` in words: equal texts and scopes are told the same thing. */
	readonly wishText: string;
	/** Path and rights, once the first pull has found them. */
	thread: SharedThread | undefined;
	/** Version this reader was last told of: its next notice starts there. */
	told: Version;
	/** Version it is to be told of later (no pull yet, or a socket that does not drain); 0 = none. */
	waiting: Version;
	/** Rights moved while the first pull was under way: read again. */
	review: boolean;
}

const NO_WISH: Wish = { types: undefined, filters: undefined };
const NO_WISH_TEXT = '[null,[]]';

/** Text of a wish, equal for equal wishes. */
const textOfWish = (wish: Wish): string =>
	JSON.stringify([
		wish.types ? [...wish.types].sort() : null,
		Object.entries(wish.filters ?? {})
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([type, filter]) => [type, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))]),
	]);

/** A subscription that waits for its first pull. */
export const placeSubscription = (reference: string, wish: Wish): Subscription => {
	const isPlain = wish.types === undefined && wish.filters === undefined;
	return {
		reference,
		wish: isPlain ? NO_WISH : { types: wish.types, filters: wish.filters },
		wishText: isPlain ? NO_WISH_TEXT : textOfWish(wish),
		thread: undefined,
		told: 0,
		waiting: 0,
		review: false,
	};
};
