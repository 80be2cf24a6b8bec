import type { DocumentSource, OperationContext } from '@navette/engine';
import type { Right } from '@navette/model';
import type { OfferData } from '@navette/server';
import * as v from 'valibot';
import type { Accesses } from '../model/index.ts';

const DAY = 86_400_000;
/** A right that came of an offer lives until it is withdrawn: ten years at most. */
const LIFE = 3_650 * DAY;

/** What follows from the secret of an offer, which stays on the device that made it. */
export const offerEntries = {
	/** Where it is found: 16 bytes, base64url. */
	offre: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
	/** Key of whoever knows the secret: 32 bytes, base64url. */
	cle: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
	/** Days for which it may be taken up. */
	jours: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 14),
};

interface Offered {
	readonly lab: string;
	readonly offre: string;
	readonly cle: string;
	/** Instant after which nobody takes it up, ms. */
	readonly until: number;
}

/** Offers a right to whoever knows a secret, once; the account is that of the key that takes it up. */
export const offerRight = async (
	context: OperationContext,
	{ lab, offre, cle, until }: Offered,
	right: Right,
): Promise<void> => {
	const data: OfferData = {
		...{ acceptKey: cle, label: lab, rights: [right], times: 'once' },
		...{ created: context.now, until, life: LIFE },
	};
	await context.write('OFFER', { offer: offre }, data);
};

/** Takes back an offer, and the right that came of it, at once. */
export const withdrawOffer = async (context: OperationContext, offer: string): Promise<void> => {
	const right = (await context.read<OfferData>('OFFER', { offer }))?.claimed;
	await context.remove('OFFER', { offer });
	if (right === undefined) return;
	await context.remove('RIGHT', { right });
	await context.write('REVOCATION', { what: `right:${right}` }, context.now);
};

/** Those of some accesses that are offers which nobody has taken up, by what follows from their secrets. */
export const waitingAmong = async (
	source: DocumentSource,
	accesses: Accesses,
): Promise<ReadonlySet<string>> => {
	const waiting = new Set<string>();
	for (const { hash, offre } of accesses) {
		if (offre === undefined) continue;
		const offer = await source.read<OfferData>('OFFER', { offer: hash });
		if (offer?.claimed === undefined) waiting.add(hash);
	}
	return waiting;
};
