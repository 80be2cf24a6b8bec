import type { Transport } from '@navette/client';
import type { Clock, Random } from '@navette/core';
import {
	type Phrase,
	type StretchLabel,
	type StretchProfile,
	stretch,
	type Value,
} from '@navette/crypto';

/** How requests reach the directory: `createWebTransport` is one. */
export type DirectoryWire = Pick<Transport, 'request'>;

/** `stretch` of `crypto`, wherever it runs: browsers do it in a worker. */
export type DirectoryStretcher = (
	secret: readonly Phrase[],
	salt: readonly Value[],
	purpose: StretchLabel,
) => Promise<Uint8Array>;

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
	/** Where phrases are stretched, unless it is here. */
	readonly stretcher?: DirectoryStretcher;
}

/** Stretches where these verbs are told to. */
export const stretcherOf = ({
	stretcher,
	stretch: profile,
}: Pick<DirectoryClientDeps, 'stretch' | 'stretcher'>): DirectoryStretcher =>
	stretcher ?? ((secret, salt, purpose) => stretch(secret, salt, purpose, profile));

/** Why a verb did not do what it was asked. */
export type Fault =
	| { readonly kind: 'offline' }
	/** The directory refused, by a code of the catalogue. */
	| {
			readonly kind: 'refused';
			readonly code: string;
			/** How long to wait, where the directory says it. */
			readonly seconds?: number;
	  }
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
