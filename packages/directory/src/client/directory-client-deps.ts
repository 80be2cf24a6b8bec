import type { Transport } from '@navette/client';
import type { Clock, Random } from '@navette/core';
import type { StretchProfile } from '@navette/crypto';

/** How requests reach the directory: `createWebTransport` is one. */
export type DirectoryWire = Pick<Transport, 'request'>;

/** What the verbs of the directory need. Nothing is stored by them. */
export interface DirectoryClientDeps {
	readonly wire: DirectoryWire;
	/** Organisation of the directory. */
	readonly org: string;
	/** Name of the universe. */
	readonly realm: string;
	/** Public key of the directory (base64url), pinned in the app. */
	readonly directoryKey: string;
	readonly clock: Clock;
	readonly random: Random;
	/** How dear phrases are to guess; tests have a cheap one. */
	readonly stretch?: StretchProfile;
}

/** Why a verb did not do what it was asked. */
export type Fault =
	| { readonly kind: 'offline' }
	/** The directory refused, by a code of the catalogue. */
	| { readonly kind: 'refused'; readonly code: string }
	/** The answer is none of the protocol's. */
	| { readonly kind: 'unreadable' }
	/** The answer is not what its owner wrote: the directory, or somebody between, changed it. */
	| {
			readonly kind: 'forged';
			readonly what: 'identity' | 'key' | 'pin' | 'record' | 'sheet' | 'welcome';
	  }
	/** The answer is older than what this device has seen, or another history. */
	| { readonly kind: 'rollback' }
	| { readonly kind: 'fork' }
	/** The PIN is wrong; so many tries are left. */
	| { readonly kind: 'wrong-pin'; readonly left: number };
