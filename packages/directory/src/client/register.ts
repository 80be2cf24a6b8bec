import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { sealEnvelope, sign } from '@navette/crypto';
import { createIdentity, drawSeeds, type OwnIdentity } from '@navette/ledger';
import * as v from 'valibot';
import { type Alias, acceptValues, registerValues } from '../model/index.ts';
import { type AliasPhrases, aliasKeysOf } from './alias-keys.ts';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';
import { wrapContext } from './identity.ts';
import { openWelcome, signAcceptance, type Welcome } from './offer.ts';
import { type Sheet, sealSheet, sheetKeyOf } from './sheet.ts';
import { type SponsorSecret, sponsorKeysOf } from './sponsor-secret.ts';
import { askDirectory, callDirectory } from './wire.ts';

const Offer = v.object({ welcome: v.string(), until: v.number() });

/** What an offer says to who knows its secret. */
export interface LookedAtOffer {
	readonly welcome: string;
	/** Who sponsors, as that person says it. */
	readonly from?: string;
	readonly until: number;
	/** An access right that comes with it: to be claimed by the holder key once registered. */
	readonly right?: NonNullable<Welcome['right']>;
}

/** Reads the words of welcome of an offer. */
export const lookAtOffer = async (
	deps: DirectoryClientDeps,
	secret: SponsorSecret,
): Promise<Result<LookedAtOffer, Fault>> => {
	const keys = await sponsorKeysOf(deps, secret);
	const { sponsorship } = keys;
	const asked = await askDirectory(deps, 'sponsor.look', { sponsorship });
	if (!asked.ok) return asked;
	const offer = v.safeParse(Offer, asked.value);
	if (!offer.success) return err({ kind: 'unreadable' });
	const opened = await openWelcome(deps.realm, keys, offer.output.welcome);
	if (!opened.ok) return opened;
	const { text: welcome, from, right } = opened.value;
	const { until } = offer.output;
	return ok({
		...{ welcome, until },
		...(from === undefined ? {} : { from }),
		...(right ? { right } : {}),
	});
};

/** Declines an offer, with a reason that the sponsor reads. */
export const declineOffer = async (
	deps: DirectoryClientDeps,
	secret: SponsorSecret,
	reason: string,
): Promise<Result<null, Fault>> => {
	const { sponsorship, accept } = await sponsorKeysOf(deps, secret);
	const said = acceptValues(deps.org, 'declined', { sponsorship, text: reason });
	const signature = bytesToBase64Url(await sign(accept, 'nv/accept', said));
	const sent = await callDirectory(deps, 'sponsor.decline', { sponsorship, reason, signature });
	return sent.ok ? ok(null) : sent;
};

/** What a person registers with. */
export interface Registration {
	readonly secret: SponsorSecret;
	/** Two aliases, each of which opens the sheet alone; the second may come later. */
	readonly aliases: readonly [AliasPhrases] | readonly [AliasPhrases, AliasPhrases];
	/** Message to the sponsor. */
	readonly thanks: string;
}

const sealAliases = async (
	deps: DirectoryClientDeps,
	user: string,
	accountKey: Uint8Array,
	phrases: readonly AliasPhrases[],
): Promise<readonly Alias[]> => {
	const aliases: Alias[] = [];
	for (const [at, one] of phrases.entries()) {
		const slot = at === 0 ? 1 : 2;
		const keys = await aliasKeysOf(deps, one);
		const context = wrapContext(deps.realm, user, slot);
		const wrap = bytesToBase64Url(await sealEnvelope(keys.wrap, context, accountKey, deps));
		const loginKey = bytesToBase64Url(keys.login.publicKey);
		aliases.push({ lookup: keys.lookup, slot, loginKey, wrap });
	}
	return aliases;
};

/** Draws an account: its key, its identity and its first sheet. */
const drawAccount = async (deps: DirectoryClientDeps) => {
	const accountKey = deps.random.bytes(32);
	const seeds = drawSeeds(deps);
	const about = { type: 'user', tenant: deps.realm, at: deps.clock.now() } as const;
	const identity: OwnIdentity = await createIdentity(about, seeds, deps);
	const user = bytesToBase64Url(identity.id);
	const sheet: Sheet = {
		...{ v: 1, rev: 1, prev: new Uint8Array(), seeds },
		...{ preferences: {}, rights: [], kept: {} },
	};
	const key = await sheetKeyOf(accountKey);
	const { sealed } = await sealSheet(key, deps.realm, user, sheet, deps);
	return { accountKey, identity, user, sheet: sealed.bytes };
};

/** Registers by an offer; the person then enters by one of the aliases. */
export const register = async (
	deps: DirectoryClientDeps,
	{ secret, aliases: phrases, thanks }: Registration,
): Promise<Result<{ readonly user: string }, Fault>> => {
	const keys = await sponsorKeysOf(deps, secret);
	const { sponsorship } = keys;
	const { accountKey, identity, user, sheet } = await drawAccount(deps);
	const aliases = [...(await sealAliases(deps, user, accountKey, phrases))];
	accountKey.fill(0);
	const genesis = bytesToBase64Url(identity.genesis);
	const asked = { sponsorship, user, genesis, aliases, sheet, thanks };
	const sent = await callDirectory(deps, 'user.register', {
		...asked,
		acceptance: await signAcceptance(deps, keys, user, thanks),
		signature: bytesToBase64Url(
			await sign(identity.signingKey, 'nv/register', registerValues(deps.org, asked)),
		),
	});
	return sent.ok ? ok({ user }) : sent;
};
