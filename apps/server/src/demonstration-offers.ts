import type { DemonstrationEntry } from '@navette/circuit/server';
import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url, ok, type Random } from '@navette/core';
import { sponsorOffer } from '@navette/directory/client';
import type { SponsorData } from '@navette/directory/model';
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

/**
 * Sponsors whoever has the link of an entry at the directory, as often as they like: who accepts
 * registers there, and claims the right of the role. Called at every start; what is there stays.
 */
export const sponsorDemonstration = async (
	engine: Engine,
	directory: string,
	org: string,
	entries: readonly DemonstrationEntry[],
	random: Random,
): Promise<void> => {
	const offers = await Promise.all(
		entries.map(({ token, label: { fr, en } }) =>
			sponsorOffer(
				{ random, realm: directory },
				{ form: 'link', secret: token },
				`Bienvenue dans la démonstration. Welcome to the demonstration.`,
				1,
				{
					from: 'Navette',
					right: { service: 'circuit', org, secret: token, label: `${fr} · ${en}` },
				},
			),
		),
	);
	const written = await engine.run({
		...{ org: directory, caller: internal },
		async work(context) {
			for (const { sponsorship, acceptKey, welcome } of offers) {
				const key = { user: 'demonstration', sponsorship };
				const known = await context.read<SponsorData>('SPONSOR', key);
				if (known && context.now < known.until - YEAR) continue;
				const until = context.now + 10 * YEAR;
				const offer: SponsorData = {
					...{ acceptKey, welcome, until, status: 'waiting', times: 'many' },
				};
				await context.write('SPONSOR', key, offer);
			}
			return ok(null);
		},
	});
	if (!written.ok) throw new Error(`the demonstration cannot sponsor: ${written.error.code}`);
};
