import { bytesToBase64Url } from '@navette/core';
import { type Identity, type Sheet, signatureOf } from '@navette/directory/client';
import { type Access, type HeldRights, isSamePlace, type Place, SERVICE } from './access.ts';
import type { AccessBook } from './access-book.ts';

/** Seed of the key by which somebody holds rights in an organisation. */
export const ownSeed = (identity: Identity, org: string): string =>
	bytesToBase64Url(identity.holderSeed(SERVICE, org));

type Right = Sheet['rights'][number];

const grantedOf = ({ granted = [] }: HeldRights, right: string) => {
	const found = granted.find((one) => one.right === right);
	return found ? { granted: found } : {};
};

/**
 * Notes in the sheet the rights of an access that its owner holds by the key of the account; the
 * comment is what they were offered as, until its owner says it otherwise.
 */
export const writeInSheet = async (
	identity: Identity,
	access: Access,
	comment = '',
): Promise<void> => {
	const { org, url, held } = access;
	if (held?.seed !== ownSeed(identity, org)) return;
	const known = new Set(identity.sheet().rights.map(({ right }) => right));
	const fresh = held.rights
		.filter((right) => !known.has(right))
		.map((right) => ({
			...{ service: SERVICE, org, right, comment, account: held.account },
			url: url ?? location.origin,
			...grantedOf(held, right),
		}));
	if (fresh.length === 0) return;
	await identity.changeSheet((sheet) => ({ ...sheet, rights: [...sheet.rights, ...fresh] }));
};

const accessOf = (identity: Identity, place: Place, rights: readonly Right[]): Access => {
	const [first] = rights;
	const held = {
		seed: ownSeed(identity, place.org),
		account: first?.account ?? '',
		rights: rights.map(({ right }) => right),
		granted: rights.flatMap(({ granted }) => granted ?? []),
	};
	return { ...place, held };
};

/** Where a right of the sheet leads, seen from this page; what names no origin is of here. */
export const placeOfRight = ({ org, url }: Pick<Right, 'org' | 'url'>): Place =>
	url === undefined || url === location.origin ? { org } : { org, url };

/** Rights of one organisation of one service together. */
const byPlace = (rights: readonly Right[]): readonly (readonly Right[])[] =>
	rights
		.filter((right, at) => rights.findIndex((one) => arePlacedAlike(one, right)) === at)
		.map((first) => rights.filter((one) => arePlacedAlike(one, first)));

const arePlacedAlike = (one: Right, other: Right): boolean =>
	isSamePlace(placeOfRight(one), placeOfRight(other));

/** Brings the rights of a sheet to this device, but those that say what their service did not sign. A link without a name stays, until it is taken away. */
export const bringSheetRights = async (book: AccessBook, identity: Identity): Promise<void> => {
	const all = identity.sheet().rights.filter(({ service }) => service === SERVICE);
	const signed = await Promise.all(all.map((right) => signatureOf(identity, right, all)));
	const rights = all.filter((_right, at) => signed[at] !== 'forged');
	for (const own of byPlace(rights)) {
		const [first] = own;
		if (!first) continue;
		const place = placeOfRight(first);
		const { org } = place;
		const known = await book.findAt(place);
		if (known && known.held?.seed !== ownSeed(identity, org)) continue;
		const fresh = accessOf(identity, place, own);
		const session = known?.held?.session;
		await book.keep(session && fresh.held ? { ...fresh, held: { ...fresh.held, session } } : fresh);
	}
};
