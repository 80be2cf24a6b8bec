import type { SessionSigner } from '@navette/client';
import { base64UrlToBytes, bytesToBase64Url, err, ok, type Result } from '@navette/core';
import {
	deriveKey,
	type SigningKey,
	sealEnvelope,
	sign,
	signingKeyFromSeed,
} from '@navette/crypto';
import { type OwnIdentity, openIdentity, parseIdentity } from '@navette/ledger';
import * as v from 'valibot';
import { aliasReplaceValues, type Slot } from '../model/index.ts';
import { type AliasPhrases, aliasKeysOf } from './alias-keys.ts';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';
import { type OfferOptions, signAcceptance, sponsorOffer } from './offer.ts';
import {
	type OpenSheet,
	openSheet,
	type Sheet,
	type SheetHead,
	sealSheet,
	sheetKeyOf,
} from './sheet.ts';
import { type SponsorSecret, sponsorKeysOf } from './sponsor-secret.ts';
import { askDirectory, callDirectory } from './wire.ts';

/** What the directory answers to who enters. */
export const Entered = v.object({
	user: v.string(),
	genesis: v.string(),
	sheet: v.object({ rev: v.number(), bytes: v.string() }),
	until: v.number(),
	end: v.number(),
});
const SealedSheetAnswer = v.object({ rev: v.number(), bytes: v.string() });

/** Somebody who entered: the verbs of a user. Closing forgets the keys; nothing was stored. */
export interface Identity {
	/** Id of the user, base64url. */
	readonly user: string;
	readonly identity: OwnIdentity;
	/** Signs requests of this session, for `@navette/client` too. */
	readonly signer: SessionSigner;
	sheet(): Sheet;
	/** To be kept by the device, and given at the next opening: an older sheet is then refused. */
	head(): SheetHead;
	/** Reads the sheet again; an older one, or one of another history, is refused. */
	readSheet(): Promise<Result<Sheet, Fault>>;
	/** Writes what `change` makes of the sheet; begins again when another device was faster. */
	changeSheet(change: (sheet: Sheet) => Sheet): Promise<Result<Sheet, Fault>>;
	/** Puts two phrases in the place of one alias; every other session ends. */
	replaceAlias(slot: Slot, phrases: AliasPhrases): Promise<Result<null, Fault>>;
	/** Offers somebody to register, by the secret that they will be given. */
	sponsor(
		secret: SponsorSecret,
		welcome: string,
		days: number,
		options?: OfferOptions,
	): Promise<Result<null, Fault>>;
	/** Accepts an offer as who one is already; the sponsor, and the callback of the offer, hear of it. */
	acceptOffer(secret: SponsorSecret, thanks: string): Promise<Result<null, Fault>>;
	/** The key that holds access rights of an organisation: two operators cannot link a person by it. */
	holderKey(service: string, org: string): Promise<SigningKey>;
	/** The seed of that key, 32 bytes: for a device that keeps it sealed. */
	holderSeed(service: string, org: string): Uint8Array;
	/** The random key of the account, for what seals it again on this device. Not to be kept in clear. */
	accountKey(): Uint8Array;
	/** Ends this session. */
	close(): Promise<void>;
}

/** Context under which the account key is sealed for an alias. */
export const wrapContext = (realm: string, user: string, slot: Slot) => [
	...[realm, 'ACCOUNT', user, slot],
];

const done = (answer: Result<unknown, Fault>): Result<null, Fault> =>
	answer.ok ? ok(null) : answer;

interface IdentityParts {
	readonly user: string;
	readonly identity: OwnIdentity;
	readonly signer: SessionSigner;
	readonly accountKey: Uint8Array;
	readonly opened: OpenSheet;
}

const sheetVerbs = (deps: DirectoryClientDeps, parts: IdentityParts) => {
	const { user, signer, accountKey } = parts;
	let current = parts.opened;
	const readSheet = async (): Promise<Result<Sheet, Fault>> => {
		const before = current.head;
		const asked = await askDirectory(deps, 'sheet.read', {}, signer);
		if (!asked.ok) return asked;
		const sealed = v.safeParse(SealedSheetAnswer, asked.value);
		if (!sealed.success) return err({ kind: 'unreadable' });
		const key = await sheetKeyOf(accountKey);
		const opened = await openSheet(key, deps.realm, user, sealed.output, before);
		if (!opened.ok) return opened;
		/* this device wrote meanwhile: what was asked for is what was before */
		if (current.head.rev > opened.value.head.rev) return ok(current.sheet);
		current = opened.value;
		return ok(current.sheet);
	};
	const changeSheet = async (change: (sheet: Sheet) => Sheet): Promise<Result<Sheet, Fault>> => {
		const key = await sheetKeyOf(accountKey);
		for (let turn = 0; turn < 5; turn++) {
			const { rev } = current.head;
			const prev = base64UrlToBytes(current.head.digest) ?? new Uint8Array();
			const sheet = { ...change(current.sheet), rev: rev + 1, prev };
			const { sealed, head } = await sealSheet(key, deps.realm, user, sheet, deps);
			const sent = await callDirectory(deps, 'sheet.write', sealed, signer);
			if (sent.ok) {
				current = { sheet, head };
				return ok(sheet);
			}
			if (sent.error.kind !== 'refused' || sent.error.code !== 'E-SHEET') return sent;
			const read = await readSheet();
			if (!read.ok) return read;
		}
		return err({ kind: 'refused', code: 'E-SHEET' });
	};
	return { sheet: () => current.sheet, head: () => current.head, readSheet, changeSheet };
};

const createIdentityOf = (deps: DirectoryClientDeps, parts: IdentityParts): Identity => {
	const { user, identity, signer, accountKey } = parts;
	const { realm, org } = deps;
	const holderSeed = (service: string, at: string) =>
		deriveKey(accountKey, 'nv/key/holder', 32, realm, service, at);
	return {
		...{ user, identity, signer },
		...sheetVerbs(deps, parts),
		async replaceAlias(slot, phrases) {
			const keys = await aliasKeysOf(deps, phrases);
			const wrap = await sealEnvelope(keys.wrap, wrapContext(realm, user, slot), accountKey, deps);
			const alias = {
				...{ lookup: keys.lookup, slot },
				loginKey: bytesToBase64Url(keys.login.publicKey),
				wrap: bytesToBase64Url(wrap),
			};
			const said = aliasReplaceValues(org, user, alias);
			const signature = bytesToBase64Url(await sign(identity.signingKey, 'nv/register', said));
			return done(await callDirectory(deps, 'alias.replace', { ...alias, signature }, signer));
		},
		async sponsor(secret, welcome, days, options) {
			const input = await sponsorOffer(deps, secret, welcome, days, options);
			return done(await callDirectory(deps, 'sponsor.create', input, signer));
		},
		async acceptOffer(secret, thanks) {
			const keys = await sponsorKeysOf(deps, secret);
			const acceptance = await signAcceptance(deps, keys, user, thanks);
			const input = { sponsorship: keys.sponsorship, thanks, acceptance };
			return done(await callDirectory(deps, 'sponsor.accept', input, signer));
		},
		holderKey: (service, at) => signingKeyFromSeed(holderSeed(service, at)),
		holderSeed,
		accountKey: () => accountKey.slice(),
		async close() {
			await callDirectory(deps, 'session.end', { session: signer.session }, signer);
			accountKey.fill(0);
		},
	};
};

/** Takes up what the directory answered, believing nothing that the account key does not open. */
export const takeUp = async (
	deps: DirectoryClientDeps,
	signer: SessionSigner,
	accountKey: Uint8Array,
	entered: v.InferOutput<typeof Entered>,
	known: SheetHead | undefined,
): Promise<Result<Identity, Fault>> => {
	const { user } = entered;
	const key = await sheetKeyOf(accountKey);
	const opened = await openSheet(key, deps.realm, user, entered.sheet, known);
	if (!opened.ok) return opened;
	const id = base64UrlToBytes(user) ?? new Uint8Array();
	const genesis = base64UrlToBytes(entered.genesis) ?? new Uint8Array();
	const parsed = parseIdentity(genesis, { type: 'user', tenant: deps.realm, id });
	const own = parsed.ok ? await openIdentity(parsed.value, opened.value.sheet.seeds) : parsed;
	if (!own.ok) return err({ kind: 'forged', what: 'identity' });
	const parts = { user, identity: own.value, signer, accountKey, opened: opened.value };
	return ok(createIdentityOf(deps, parts));
};
