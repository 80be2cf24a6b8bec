/** Tries PINs with everything that a server, its database, its keys and its wires give. */
import { base64UrlToBytes } from '@navette/core';
import {
	blind,
	deriveFromEnvelopeKey,
	deriveKey,
	type EnvelopeKey,
	envelopeKeyFromSecret,
	evaluate,
	finalize,
	normalisePhrase,
	openEnvelope,
	type StretchProfile,
	signingKeyFromSeed,
	stretch,
	voprfKeyFromSeed,
} from '@navette/crypto';
import type { PinData } from '@navette/directory/model';

/** What whoever runs the directory has of one entry. */
export interface ServerLoot {
	readonly realm: string;
	readonly profile: string;
	readonly pin: PinData;
	/** The key that PINs are evaluated with, opened by the keys of the site. */
	readonly evaluator: Uint8Array;
	readonly profileOfStretch: StretchProfile;
	readonly random: { bytes(length: number): Uint8Array };
}

const bytesOf = (text: string): Uint8Array => base64UrlToBytes(text) ?? new Uint8Array();

/** Whether what is kept for the entry says that this PIN is the one, taking `secret` for the device's. */
const isRight = async (loot: ServerLoot, secret: EnvelopeKey, pin: string): Promise<boolean> => {
	const { realm, profile, random } = loot;
	const key = voprfKeyFromSeed(loot.evaluator.slice());
	const input = await deriveFromEnvelopeKey(secret, 'nv/key/pin', 32, normalisePhrase(pin));
	const asked = blind(input, { random });
	const told = evaluate(key, asked.blinded, { random });
	const output = told.ok ? finalize(key.publicKey, input, asked, told.value) : told;
	if (!output.ok) throw new Error('the key of the entry does not evaluate');
	const root = await stretch([output.value, input], [profile], 'nv/pin', loot.profileOfStretch);
	const confirm = await signingKeyFromSeed(deriveKey(root, 'nv/key/confirm', 32));
	if (Buffer.from(confirm.publicKey).toString('base64url') === loot.pin.confirmKey) return true;
	const wrap = await envelopeKeyFromSecret(root, 'nv/key/wrap');
	return (await openEnvelope(wrap, [realm, 'PIN', profile], bytesOf(loot.pin.blob))).ok;
};

/** The PIN among these, if any of the secrets is the one of the device; else `undefined`. */
export const guessPin = async (
	loot: ServerLoot,
	secrets: readonly EnvelopeKey[],
	pins: readonly string[],
): Promise<string | undefined> => {
	for (const secret of secrets)
		for (const pin of pins) if (await isRight(loot, secret, pin)) return pin;
	return undefined;
};
