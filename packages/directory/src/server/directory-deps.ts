import type { Random } from '@navette/core';
import type { SigningKey } from '@navette/crypto';
import type { PurposeKeys } from '@navette/site-keys';

/** A mail in plain text. */
export interface Mail {
	/** The same each time that it is tried: who sent it already sends it no more. */
	readonly id: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

/** Taken by the mail server; refused for now, to be tried again; refused for good. */
export type MailOutcome = 'taken' | 'later' | 'refused';

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
	/** Posts JSON to an operation of another server; its status, or `undefined` when there was no answer. */
	readonly post: (
		url: string,
		headers: Readonly<Record<string, string>>,
		body: unknown,
		signal: AbortSignal,
	) => Promise<number | undefined>;
	/** Sends a mail, and answers what became of it. */
	readonly mail: (mail: Mail, signal: AbortSignal) => Promise<MailOutcome>;
	readonly random: Random;
	/** Clock of the machine, ms: what allowances go by. */
	readonly now: () => number;
}
