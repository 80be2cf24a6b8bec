import * as v from 'valibot';
import { DIRECTORY_LIMITS } from './limits.ts';
import { SponsorCallback, SponsorMail } from './sponsorship.ts';

const textOf = (bytes: number) =>
	v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 8) / 6)}}$`)));
const sealed = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[A-Za-z0-9_-]+$/));

/** 32 bytes in base64url: a public key. */
const PublicKey = textOf(32);
const Signature = textOf(64);
/** 16 bytes in base64url. */
const Id16 = textOf(16);
/** Id of a user: 20 bytes in base64url. */
const UserId = textOf(20);
const Answer = v.pipe(v.string(), v.maxLength(DIRECTORY_LIMITS.answerLength));
const Label = v.pipe(v.string(), v.maxLength(200));
const Kind = v.picklist(['anonymous', 'personal']);
const Wrap = sealed(DIRECTORY_LIMITS.wrapLength);
const SlotNumber = v.picklist([1, 2]);

const Alias = v.strictObject({ lookup: Id16, slot: SlotNumber, loginKey: PublicKey, wrap: Wrap });
export type Alias = v.InferOutput<typeof Alias>;

export const SponsorCreate = v.strictObject({
	sponsorship: Id16,
	acceptKey: PublicKey,
	welcome: sealed(DIRECTORY_LIMITS.welcomeLength),
	days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(DIRECTORY_LIMITS.sponsorDays)),
	/** Operations of an organisation that hear the answer. */
	callback: v.optional(SponsorCallback),
	/** Sends half of a code; the directory then knows that half, and never the other. */
	mail: v.optional(SponsorMail),
});
export const SponsorLook = v.strictObject({ sponsorship: Id16 });
export const SponsorDecline = v.strictObject({
	sponsorship: Id16,
	reason: Answer,
	/** `nv/accept` by the key of the secret. */
	signature: Signature,
});
export const SponsorAccept = v.strictObject({
	sponsorship: Id16,
	thanks: Answer,
	/** `nv/accept` by the key of the secret, over the user of the session that asks. */
	acceptance: Signature,
});
export const Register = v.strictObject({
	sponsorship: Id16,
	user: UserId,
	genesis: sealed(3_000),
	aliases: v.pipe(v.array(Alias), v.minLength(1), v.maxLength(2)),
	sheet: sealed(DIRECTORY_LIMITS.sheetLength),
	thanks: Answer,
	/** `nv/accept` by the key of the secret. */
	acceptance: Signature,
	/** `nv/register` by the identity. */
	signature: Signature,
});
export type Register = v.InferOutput<typeof Register>;
export const Challenge = v.strictObject({ lookup: Id16 });
export const Login = v.strictObject({
	lookup: Id16,
	challenge: sealed(200),
	session: PublicKey,
	label: Label,
	kind: Kind,
	/** `nv/login` by the key of the phrases. */
	signature: Signature,
});
export const AliasReplace = v.strictObject({
	...Alias.entries,
	/** `nv/register` by the identity: an open session alone changes no alias. */
	signature: Signature,
});
export const SheetWrite = v.strictObject({
	rev: v.pipe(v.number(), v.safeInteger(), v.minValue(2)),
	bytes: sealed(DIRECTORY_LIMITS.sheetLength),
});
export const PinKey = v.strictObject({
	profile: Id16,
	deviceKey: PublicKey,
	label: Label,
	blinded: textOf(32),
});
export const PinStore = v.strictObject({ profile: Id16, confirmKey: PublicKey, blob: Wrap });
export const PinTry = v.strictObject({
	profile: Id16,
	attempt: Id16,
	blinded: textOf(32),
	/** `nv/pin-attempt` by the key of the device. */
	signature: Signature,
});
export const PinConfirm = v.strictObject({
	profile: Id16,
	attempt: Id16,
	session: PublicKey,
	label: Label,
	/** `nv/pin-confirm` by the key that the right PIN gives. */
	signature: Signature,
});
