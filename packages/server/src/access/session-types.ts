import type { DocumentType, Right } from '@navette/model';

/** How long a session lives: `idle` ms without renewal, `most` ms whatever happens. */
export const SESSION_LIFE = {
	anonymous: { idle: 3_600_000, most: 24 * 3_600_000 },
	personal: { idle: 30 * 24 * 3_600_000, most: 30 * 24 * 3_600_000 },
} as const;

/** Whose device a session is on. */
export type SessionKind = keyof typeof SESSION_LIFE;

/** What is stored of a session. Its private key never left the device. */
export interface SessionData {
	/** Opaque id of the account. */
	readonly account: string;
	/** What its owner calls it. */
	readonly label: string;
	readonly kind: SessionKind;
	/** Rights of its own. */
	readonly rights: readonly Right[];
	/** Ids of the access rights that were presented. */
	readonly presented: readonly string[];
	readonly created: number;
	/** Over after this instant unless it is renewed, ms. */
	readonly until: number;
	/** Over after this instant, ms. */
	readonly end: number;
	/** Ended by its owner. It is kept, so that the message that opened it cannot open it again. */
	readonly ended?: true;
}

/** A session, keyed by its Ed25519 public key (base64url): a signature is checked before any read. */
export const SESSION_TYPE: DocumentType = {
	name: 'SESSION',
	key: ['session'],
	properties: {
		account: { kind: 'string', of: (_key, data) => (data as SessionData).account },
	},
	threads: [],
	sealing: 'clear',
	shape: 1,
};

/** An access right as its service keeps it. */
export interface RightData {
	readonly account: string;
	readonly label: string;
	/** Hash of the holder's Ed25519 public key (base64url): the right is worth nothing without that key. */
	readonly holder: string;
	readonly rights: readonly Right[];
	readonly created: number;
	/** Worth nothing after this instant, ms. */
	readonly until: number;
}

/** An access right, keyed by its id. */
export const RIGHT_TYPE: DocumentType = {
	name: 'RIGHT',
	key: ['right'],
	threads: ['ACCESS'],
	sealing: 'clear',
	shape: 1,
};

/**
 * What was withdrawn, written with every withdrawal: open sockets are reviewed when one is, and not
 * each time that somebody enters.
 */
export const REVOCATION_TYPE: DocumentType = {
	name: 'REVOCATION',
	key: ['what'],
	threads: [],
	sealing: 'clear',
	shape: 1,
};
