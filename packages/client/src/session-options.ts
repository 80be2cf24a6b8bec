import type { Clock, Log, Random, Timers } from '@navette/core';
import type { LocalStore } from '@navette/local-store';
import type { Catalogue, Key } from '@navette/model';
import type { Access } from './credential.ts';
import type { Transport } from './transport.ts';

/** A document whose data only clients can open. */
export interface SealedDocument {
	readonly type: string;
	readonly key: Key;
	readonly version: number;
	readonly data: Uint8Array;
}

/** What the device knows of its network: hints only, a wrong one costs a delay. */
export interface Connectivity {
	isOnline(): boolean;
	/** Calls `listener` when it may have changed; the function returned stops it. */
	subscribe(listener: () => void): () => void;
}

/** What a session is opened with. */
export type SessionOptions = SessionSettings & Access;

interface SessionSettings {
	/** Code of the organisation. */
	readonly org: string;
	/** Origin of the server (`https://example.org`), without a final slash. */
	readonly baseUrl: string;
	/** Types of the application's documents and threads. */
	readonly catalogue: Catalogue;
	/** One per account and organisation: what an account received is never another's to read. */
	readonly store: LocalStore;
	/** Absent: `fetch` and `WebSocket` of the platform. */
	readonly transport?: Transport;
	readonly connectivity?: Connectivity;
	/** Starts without asking anything of the network, until `resume`: plane mode. */
	readonly paused?: boolean;
	/** Opens a batch of sealed documents; `undefined` for one that cannot be opened. */
	readonly openSealed?: (documents: readonly SealedDocument[]) => Promise<readonly unknown[]>;
	/** Contents up to this size, in bytes, are sent in one request; 1 MiB unless told. */
	readonly wholeFileBytes?: number;
	readonly clock: Clock;
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
}
