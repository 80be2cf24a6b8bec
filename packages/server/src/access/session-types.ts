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
	/** Hash of the key that presented access rights: all that were issued to it count, later ones too. */
	readonly holder?: string;
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
	traceless: true,
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
	properties: { holder: { kind: 'string', of: (_key, data) => (data as RightData).holder } },
	threads: ['ACCESS'],
	sealing: 'clear',
	shape: 1,
};

/** An access right that is offered to whoever knows a secret. */
export interface OfferData {
	/** Account of the rights that come of it; when absent, one of each holder's own. */
	readonly account?: string;
	/** Ed25519 key that follows from the secret: only who knows it claims. */
	readonly acceptKey: string;
	readonly label: string;
	readonly rights: readonly Right[];
	readonly created: number;
	/** Nobody claims it after this instant, ms. */
	readonly until: number;
	/** How long a right lives that comes of it, ms. */
	readonly life: number;
	/** Claimed by one holder, or by as many as know the secret. */
	readonly times: 'once' | 'many';
	/** The right that came of it, when it is claimed once. */
	readonly claimed?: string;
}

/** An offer of an access right, keyed by what follows from its secret. */
export const OFFER_TYPE: DocumentType = {
	name: 'OFFER',
	key: ['offer'],
	threads: [],
	traceless: true,
	sealing: 'clear',
	shape: 1,
};

/**
 * Written with every withdrawal, and when somebody who may be here is given more: open sockets are
 * reviewed when one is, and not each time that somebody enters.
 */
export const REVOCATION_TYPE: DocumentType = {
	name: 'REVOCATION',
	key: ['what'],
	threads: [],
	traceless: true,
	sealing: 'clear',
	shape: 1,
};
