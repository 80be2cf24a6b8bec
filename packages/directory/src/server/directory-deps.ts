import type { Random } from '@navette/core';
import type { SigningKey } from '@navette/crypto';
import type { PurposeKeys } from '@navette/site-keys';

/** What the directory is given. */
export interface DirectoryDeps {
	/** Name of the universe: identities of one are nobody in another. */
	readonly realm: string;
	/** Signs its records. */
	readonly signingKey: SigningKey;
	/** Public key of the directory, base64url: what apps pin. */
	readonly publicKey: string;
	/** Keys of the site that seal challenges. */
	readonly challenges: PurposeKeys;
	/** Keys of the site that seal the keys of PINs. */
	readonly pins: PurposeKeys;
	readonly random: Random;
	/** Clock of the machine, ms: what allowances go by. */
	readonly now: () => number;
}
