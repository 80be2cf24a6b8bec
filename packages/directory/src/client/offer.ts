import { decodeCbor, encodeCbor } from '@navette/codec';
import { base64UrlToBytes, bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { openEnvelope, sealEnvelope, sign } from '@navette/crypto';
import * as v from 'valibot';
import { acceptValues, type SponsorCallback, type SponsorMail } from '../model/index.ts';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';
import { type SponsorKeys, type SponsorSecret, sponsorKeysOf } from './sponsor-secret.ts';

/** An access right that waits for whoever registers: what its link holds, where it is claimed. */
const WelcomeRight = v.strictObject({
	...{ service: v.string(), org: v.string(), secret: v.string() },
	/** What it allows, in words. */
	label: v.optional(v.string()),
});

const Welcome = v.strictObject({
	text: v.string(),
	/** Who sponsors, as that person says it. */
	from: v.optional(v.string()),
	right: v.optional(WelcomeRight),
});
/** What only who knows the secret of an offer reads. */
export type Welcome = v.InferOutput<typeof Welcome>;

/** What is offered besides words of welcome. */
export interface OfferOptions {
	/** Who sponsors, in words. */
	readonly from?: string;
	readonly right?: v.InferOutput<typeof WelcomeRight>;
	/** Operations of an organisation that hear the answer. */
	readonly callback?: SponsorCallback;
	/** Has the first half of a code sent; for who sponsors in the name of the directory's operator. */
	readonly mail?: Pick<SponsorMail, 'language' | 'to'>;
}

const contextOf = (realm: string) => [realm, 'WELCOME'];

/** Input of `sponsor.create`; the secret itself stays here. */
export const sponsorOffer = async (
	deps: Pick<DirectoryClientDeps, 'random' | 'realm' | 'stretch' | 'stretcher'>,
	secret: SponsorSecret,
	text: string,
	days: number,
	{ from, right, callback, mail }: OfferOptions = {},
) => {
	const { sponsorship, accept, wrap } = await sponsorKeysOf(deps, secret);
	const welcome: Welcome = {
		text,
		...(from === undefined ? {} : { from }),
		...(right ? { right } : {}),
	};
	const sealed = await sealEnvelope(wrap, contextOf(deps.realm), encodeCbor(welcome), deps);
	const half = secret.form === 'code' ? secret.halves[0] : undefined;
	return {
		...{ sponsorship, days, acceptKey: bytesToBase64Url(accept.publicKey) },
		welcome: bytesToBase64Url(sealed),
		...(callback ? { callback } : {}),
		...(mail && half !== undefined ? { mail: { ...mail, half } } : {}),
	};
};

/** Opens the words of welcome of an offer. */
export const openWelcome = async (
	realm: string,
	{ wrap }: SponsorKeys,
	sealed: string,
): Promise<Result<Welcome, Fault>> => {
	const forged = err({ kind: 'forged', what: 'welcome' } as const);
	const bytes = base64UrlToBytes(sealed) ?? new Uint8Array();
	const opened = await openEnvelope(wrap, contextOf(realm), bytes);
	const decoded = opened.ok ? decodeCbor(opened.value) : undefined;
	const welcome = decoded?.ok ? v.safeParse(Welcome, decoded.value) : undefined;
	return welcome?.success ? ok(welcome.output) : forged;
};

/** The words of an acceptance by a user, signed by the key of the secret. */
export const signAcceptance = async (
	deps: Pick<DirectoryClientDeps, 'org'>,
	{ sponsorship, accept }: SponsorKeys,
	user: string,
	text: string,
): Promise<string> => {
	const said = acceptValues(deps.org, 'accepted', { sponsorship, user, text });
	return bytesToBase64Url(await sign(accept, 'nv/accept', said));
};
