import { createHmac } from 'node:crypto';
import { type Clock, dayOf, type Random } from '@navette/core';

/**
 * Names for identifiers, so that lines of one day about the same one can be put together and nobody
 * can tell who it is. The key is in memory only and changes each day (UTC): days cannot be joined.
 */
export const createPseudonyms = (deps: { readonly clock: Clock; readonly random: Random }) => {
	let day: number | undefined;
	let key = new Uint8Array();
	return (identifier: string): string => {
		const today = dayOf(deps.clock.now());
		if (today !== day) {
			day = today;
			key = new Uint8Array(deps.random.bytes(32));
		}
		return createHmac('sha256', key).update(identifier).digest('hex').slice(0, 12);
	};
};
