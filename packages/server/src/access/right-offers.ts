import { base64UrlToBytes, bytesToBase64Url, err, failure, ok } from '@navette/core';
import { hash, isStrictPublicKey, verify } from '@navette/crypto';
import type { DocumentSource } from '@navette/engine';
import * as v from 'valibot';
import {
	anybody,
	defineOperation,
	defineReport,
	done,
	type OperationDefinition,
	type ReportDefinition,
} from '../application.ts';
import { administrators } from './administrators.ts';
import { AccountId, Bytes32Text, Label, RightId, RightInput } from './right-input.ts';
import { accountOfHolder, writeRight } from './right-operations.ts';
import type { OfferData, RightData } from './session-types.ts';

const DAY = 86_400_000;
const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_660));
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const create = defineOperation({
	name: 'right.offer',
	about: 'Offers an access right to whoever knows a secret; the secret never comes here.',
	input: v.strictObject({
		offer: RightId,
		acceptKey: Bytes32Text,
		account: v.optional(AccountId),
		label: Label,
		rights: v.pipe(v.array(RightInput), v.minLength(1), v.maxLength(50)),
		days: Days,
		rightDays: Days,
		times: v.picklist(['once', 'many']),
	}),
	example: {
		...{ offer: ID, acceptKey: KEY, label: 'Ana, rue Dupleix' },
		rights: [{ usage: 'CO', subject: 'dupleix.3', power: 1 }],
		...{ days: 7, rightDays: 365, times: 'once' as const },
	},
	who: administrators,
	async handler(context, { offer, days, rightDays, account, ...data }) {
		const { now } = context;
		const life = { created: now, until: now + days * DAY, life: rightDays * DAY };
		const stored: OfferData = { ...data, ...life, ...(account ? { account } : {}) };
		await context.write('OFFER', { offer }, stored);
		return ok({ until: stored.until });
	},
});

const cancel = defineOperation({
	name: 'right.cancel',
	about: 'Takes back an offer of an access right; rights that came of it stay.',
	input: v.strictObject({ offer: RightId }),
	example: { offer: ID },
	who: administrators,
	async handler(context, { offer }) {
		await context.remove('OFFER', { offer });
		return done;
	},
});

/** An offer that may be claimed still, by this right if it is claimed once. */
const findOpen = async (source: DocumentSource, offer: string, right?: string) => {
	const found = await source.read<OfferData>('OFFER', { offer });
	if (!found || source.now >= found.until) return undefined;
	const isTaken = found.claimed !== undefined && found.claimed !== right;
	return isTaken ? undefined : found;
};

const isClaimedBy = async (
	{ acceptKey }: OfferData,
	said: readonly string[],
	signature: string,
): Promise<boolean> => {
	const key = base64UrlToBytes(acceptKey);
	const bytes = base64UrlToBytes(signature);
	return !!key && !!bytes && verify(key, 'nv/accept', said, bytes);
};

const claim = defineOperation({
	name: 'right.claim',
	about: 'Issues an offered access right to a key, for who signs with the secret of the offer.',
	input: v.strictObject({
		offer: RightId,
		holder: Bytes32Text,
		/** `nv/accept` by the key of the secret. */
		signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
	}),
	example: { offer: ID, holder: KEY, signature: 'A'.repeat(86) },
	public: true,
	guesses: 'offer',
	who: anybody,
	async handler(context, { offer, holder: publicKey, signature }) {
		const key = base64UrlToBytes(publicKey);
		if (!key || !isStrictPublicKey(key)) return err(failure('E-OFFER'));
		const holder = bytesToBase64Url(hash('nv/public-key', key));
		const right = bytesToBase64Url(hash('nv/token', offer, holder).subarray(0, 16));
		const found = await findOpen(context, offer, right);
		const said = [context.org, 'claimed', offer, publicKey];
		if (!found || !(await isClaimedBy(found, said, signature))) return err(failure('E-OFFER'));
		const { label, rights, times, life } = found;
		const account = found.account ?? accountOfHolder(holder);
		const about = { label, holder, rights, account };
		const data: RightData = { ...about, created: context.now, until: context.now + life };
		await writeRight(context, right, data);
		if (times === 'once') await context.write('OFFER', { offer }, { ...found, claimed: right });
		return ok({ right, account, rights, until: data.until });
	},
});

const look = defineReport({
	name: 'right.look',
	about: 'What an offer of an access right allows, to whoever knows where it is.',
	input: v.strictObject({ offer: RightId }),
	example: { offer: ID },
	public: true,
	guesses: 'offer',
	who: anybody,
	async handler(source, { offer }) {
		const found = await findOpen(source, offer);
		if (!found) return err(failure('E-OFFER'));
		const { label, rights, until, times } = found;
		return ok({ label, rights, until, times });
	},
});

export const offerOperations: readonly OperationDefinition[] = [create, cancel, claim];
export const offerReports: readonly ReportDefinition[] = [look];
