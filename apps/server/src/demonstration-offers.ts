import type { DemonstrationEntry } from '@navette/circuit/server';
import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url, ok } from '@navette/core';
import type { Caller, Engine } from '@navette/engine';
import { type AccessData, hashOfToken, type OfferData } from '@navette/server';

const YEAR = 365 * 86_400_000;
const internal: Caller = () => ({ id: 'demonstration', rights: [] });

/**
 * Offers the rights of each entry to whoever has its link, as often as they like: a browser that enters
 * claims a right of its own by a key of its own. Called at every start; what is there stays.
 */
export const offerDemonstration = async (
	engine: Engine,
	org: string,
	entries: readonly DemonstrationEntry[],
): Promise<void> => {
	const written = await engine.run({
		...{ org, caller: internal },
		async work(context) {
			for (const { token } of entries) {
				const keys = await offerKeysOf(token);
				const access = await context.read<AccessData>('ACCESS', { hash: hashOfToken(token) });
				if (!keys || !access) continue;
				const known = await context.read<OfferData>('OFFER', { offer: keys.offer });
				if (known && context.now < known.until - YEAR) continue;
				const { now } = context;
				const offer: OfferData = {
					...{ account: access.account, label: access.label, rights: access.rights },
					...{ times: 'many', life: YEAR },
					acceptKey: bytesToBase64Url(keys.accept.publicKey),
					...{ created: now, until: now + 10 * YEAR },
				};
				await context.write('OFFER', { offer: keys.offer }, offer);
			}
			return ok(null);
		},
	});
	if (!written.ok) throw new Error(`the demonstration cannot be offered: ${written.error.code}`);
};
