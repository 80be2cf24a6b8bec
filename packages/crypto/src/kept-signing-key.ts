import { ed25519InJavaScript } from './backend/javascript.ts';
import { importEd25519, signerOfCryptoKey } from './backend/webcrypto.ts';
import type { SigningKey } from './signing.ts';

/** A signing key that IndexedDB can hold and no script can read. */
export interface KeptSigningKey {
	readonly publicKey: Uint8Array;
	readonly privateKey: CryptoKey;
}

/**
 * Hands a seed to the platform for keeping. `undefined` where the platform has no Ed25519 (browsers
 * before 2025): there, keep the seed sealed under an `EnvelopeKey`. Wipe the seed afterwards.
 */
export const keepSigningKey = async (seed: Uint8Array): Promise<KeptSigningKey | undefined> => {
	try {
		const privateKey = await importEd25519(seed);
		return { publicKey: ed25519InJavaScript(seed).publicKey, privateKey };
	} catch (error) {
		if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined;
		throw error;
	}
};

/** The key that was kept, ready to sign. */
export const signingKeyFromKept = (kept: KeptSigningKey): SigningKey => ({
	publicKey: kept.publicKey,
	signer: signerOfCryptoKey(kept.privateKey, kept.publicKey),
});
