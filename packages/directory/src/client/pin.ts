import { createSessionSigner } from '@navette/client';
import { base64UrlToBytes, bytesToBase64Url, err, ok, type Result } from '@navette/core';
import {
	blind,
	deriveFromEnvelopeKey,
	deriveKey,
	type EnvelopeKey,
	envelopeKeyFromSecret,
	finalize,
	generateSigningKey,
	normalisePhrase,
	openEnvelope,
	type SigningKey,
	sealEnvelope,
	sign,
	signingKeyFromSeed,
} from '@navette/crypto';
import * as v from 'valibot';
import { pinConfirmValues, pinTryValues } from '../model/index.ts';
import { type DirectoryClientDeps, type Fault, stretcherOf } from './directory-client-deps.ts';
import { Entered, type Identity, takeUp } from './identity.ts';
import type { SheetHead } from './sheet.ts';
import { callDirectory } from './wire.ts';

const Evaluated = v.object({ evaluated: v.string(), proof: v.string() });
const KeyAnswer = v.object({ ...Evaluated.entries, evaluator: v.string() });
const TryAnswer = v.union([
	v.object({ gone: v.literal(true) }),
	v.object({ ...Evaluated.entries, blob: v.string(), left: v.number() }),
]);

/** What a device keeps of a profile that a PIN opens. None of it is worth anything alone. */
export interface PinProfile {
	/** 16 random bytes, base64url. */
	readonly profile: string;
	/** Never leaves the device, and cannot be read from it where the platform allows. */
	readonly deviceSecret: EnvelopeKey;
	/** Signs tries. */
	readonly deviceKey: SigningKey;
	/** Public key that the directory evaluates with, pinned when the PIN was made (base64url). */
	readonly evaluator: string;
	readonly label: string;
}

interface PinKeys {
	readonly wrap: EnvelopeKey;
	readonly confirm: SigningKey;
}

const bytesOf = (text: string): Uint8Array => base64UrlToBytes(text) ?? new Uint8Array();

const inputOf = (secret: EnvelopeKey, pin: string): Promise<Uint8Array> =>
	deriveFromEnvelopeKey(secret, 'nv/key/pin', 32, normalisePhrase(pin));

/** What a PIN gives, once the directory has evaluated it. */
const keysOf = async (
	deps: DirectoryClientDeps,
	profile: string,
	input: Uint8Array,
	output: Uint8Array,
): Promise<PinKeys> => {
	const root = await stretcherOf(deps)([output, input], [profile], 'nv/pin');
	const confirm = await signingKeyFromSeed(deriveKey(root, 'nv/key/confirm', 32));
	return { wrap: await envelopeKeyFromSecret(root, 'nv/key/wrap'), confirm };
};

const blobContext = (realm: string, profile: string) => [realm, 'PIN', profile];

/** Makes a PIN for a profile of this device; the answer is to be kept by it. */
export const createPin = async (
	deps: DirectoryClientDeps,
	me: Identity,
	pin: string,
	device: Pick<PinProfile, 'deviceKey' | 'deviceSecret' | 'label'>,
): Promise<Result<PinProfile, Fault>> => {
	const profile = bytesToBase64Url(deps.random.bytes(16));
	const input = await inputOf(device.deviceSecret, pin);
	const asked = blind(input, deps);
	const deviceKey = bytesToBase64Url(device.deviceKey.publicKey);
	const made = await callDirectory(
		deps,
		'pin.key',
		{ profile, deviceKey, label: device.label, blinded: bytesToBase64Url(asked.blinded) },
		me.signer,
	);
	if (!made.ok) return made;
	const answer = v.safeParse(KeyAnswer, made.value);
	if (!answer.success) return err({ kind: 'unreadable' });
	const { evaluator, evaluated, proof } = answer.output;
	const told = { evaluated: bytesOf(evaluated), proof: bytesOf(proof) };
	const output = finalize(bytesOf(evaluator), input, asked, told);
	if (!output.ok) return err({ kind: 'forged', what: 'pin' });
	const { wrap, confirm } = await keysOf(deps, profile, input, output.value);
	const blob = await sealEnvelope(wrap, blobContext(deps.realm, profile), me.accountKey(), deps);
	const kept = await callDirectory(
		deps,
		'pin.store',
		{
			profile,
			confirmKey: bytesToBase64Url(confirm.publicKey),
			blob: bytesToBase64Url(blob),
		},
		me.signer,
	);
	return kept.ok ? ok({ ...device, profile, evaluator }) : kept;
};

/** One try of a PIN. Kept until it is answered: sent again it costs nothing more. */
export interface PinTry {
	/** Sends it, again if need be. `wrong-pin` says how many tries are left; `E-PIN`, that none is. */
	send(known?: SheetHead): Promise<Result<Identity, Fault>>;
}

/** Begins a try of a PIN. */
export const tryPin = async (
	deps: DirectoryClientDeps,
	kept: PinProfile,
	pin: string,
): Promise<PinTry> => {
	const { profile, label } = kept;
	const input = await inputOf(kept.deviceSecret, pin);
	const asked = blind(input, deps);
	const attempt = bytesToBase64Url(deps.random.bytes(16));
	const operation = bytesToBase64Url(deps.random.bytes(16));
	const tried = { profile, attempt, blinded: bytesToBase64Url(asked.blinded) };
	const confirmTry = async (accountKey: Uint8Array, confirm: SigningKey, known?: SheetHead) => {
		const signer = createSessionSigner(await generateSigningKey(deps), () => deps.clock.now());
		const { session } = signer;
		const said = pinConfirmValues(deps.org, { profile, attempt, session });
		const signature = bytesToBase64Url(await sign(confirm, 'nv/pin-confirm', said));
		const about = { profile, attempt, session, label, signature };
		const answer = await callDirectory(deps, 'pin.confirm', about);
		if (!answer.ok) return answer;
		const entered = v.safeParse(Entered, answer.value);
		if (!entered.success) return err({ kind: 'unreadable' } as const);
		return takeUp(deps, signer, accountKey, entered.output, known);
	};
	return {
		async send(known) {
			const said = pinTryValues(deps.org, tried);
			const signature = bytesToBase64Url(await sign(kept.deviceKey, 'nv/pin-attempt', said));
			const sent = await callDirectory(
				...[deps, 'pin.try', { ...tried, signature }, undefined, operation],
			);
			if (!sent.ok) return sent;
			const answer = v.safeParse(TryAnswer, sent.value);
			if (!answer.success) return err({ kind: 'unreadable' });
			if ('gone' in answer.output) return err({ kind: 'refused', code: 'E-PIN' });
			const { evaluated, proof, blob, left } = answer.output;
			const told = { evaluated: bytesOf(evaluated), proof: bytesOf(proof) };
			const output = finalize(bytesOf(kept.evaluator), input, asked, told);
			if (!output.ok) return err({ kind: 'forged', what: 'pin' });
			const { wrap, confirm } = await keysOf(deps, profile, input, output.value);
			const opened = await openEnvelope(wrap, blobContext(deps.realm, profile), bytesOf(blob));
			if (!opened.ok) return err({ kind: 'wrong-pin', left });
			return confirmTry(opened.value, confirm, known);
		},
	};
};
