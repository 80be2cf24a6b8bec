import type { DocumentType, ThreadType } from '@navette/model';
import { HOSTING_TYPE, OPERATOR_TYPE, SERVICE_TYPE, SERVICES_THREAD } from './service-records.ts';
import type { SponsorCallback } from './sponsorship.ts';

/** Everything of one user, for that user alone. */
export const USER_THREAD: ThreadType = { name: 'USER', key: ['user'] };

/** Usage of a user's session at the directory; its subject is the user's id. */
export const USER_USAGE = 'USER';

/** An offer to register, keyed by whoever made it and by what its secret leads to. */
export interface SponsorData {
	/** Ed25519 key that follows from the secret: only who knows it answers. */
	readonly acceptKey: string;
	/** Words of welcome, sealed under the secret. */
	readonly welcome: string;
	readonly until: number;
	readonly status: 'waiting' | 'accepted' | 'declined';
	/** Thanks, or the reason why not. */
	readonly answer?: string;
	/** When it was answered. */
	readonly answered?: number;
	/** Who registered by it. */
	readonly registered?: string;
	readonly callback?: SponsorCallback;
	/** Answered by as many as know the secret, and it waits on: for demonstrations. */
	readonly times?: 'many';
	/** When the callback had heard the answer. */
	readonly told?: number;
	/** What became of the mail that holds half of its code, if one was to leave. */
	readonly mail?: 'waiting' | 'taken' | 'refused';
}

export const SPONSOR_TYPE: DocumentType = {
	name: 'SPONSOR',
	key: ['user', 'sponsorship'],
	properties: {
		sponsorship: { kind: 'string', unique: true, of: (key) => key.sponsorship },
	},
	threads: ['USER'],
	sealing: 'clear',
	shape: 1,
};

/** A registered user: public keys whose hash is the id. */
export interface UserData {
	readonly genesis: string;
	readonly created: number;
}

export const USER_TYPE: DocumentType = {
	name: 'USER',
	key: ['user'],
	threads: [],
	sealing: 'clear',
	shape: 1,
};

/** Which of the two aliases. */
export type Slot = 1 | 2;

/** One way in: a key that checks signatures, and the account key sealed under the phrases. */
export interface AliasData {
	readonly user: string;
	readonly slot: Slot;
	readonly loginKey: string;
	readonly wrap: string;
}

export const ALIAS_TYPE: DocumentType = {
	name: 'ALIAS',
	key: ['lookup'],
	properties: { user: { kind: 'string', of: (_key, data) => (data as AliasData).user } },
	threads: [],
	traceless: true,
	sealing: 'clear',
	shape: 1,
};

/** The sheet of a user, sealed under the account key. */
export interface SheetData {
	/** From 1; the seal holds it too. */
	readonly rev: number;
	readonly bytes: string;
}

export const SHEET_TYPE: DocumentType = {
	name: 'SHEET',
	key: ['user'],
	threads: ['USER'],
	sealing: 'clear',
	shape: 1,
};

/** What the other devices of a user are to hear. */
export interface AnnouncementData {
	readonly kind:
		| ('alias' | 'mail-refused' | 'offer-expired')
		| ('pin-destroyed' | 'pin-failed' | 'session');
	/** Name of the device, as its owner gave it. */
	readonly label: string;
	readonly at: number;
}

export const ANNOUNCEMENT_TYPE: DocumentType = {
	name: 'ANNOUNCEMENT',
	key: ['user', 'id'],
	groupings: { user: ['user'] },
	threads: ['USER'],
	sealing: 'clear',
	shape: 1,
};

/** The last try of a PIN: its answer is given again to whoever lost it. */
export interface PinAttempt {
	readonly id: string;
	readonly blinded: string;
	readonly evaluated: string;
	readonly proof: string;
}

/** What a PIN opens: useless without the secret of the device and without the key of the server. */
export interface PinData {
	readonly user: string;
	readonly label: string;
	/** Signs tries. */
	readonly deviceKey: string;
	/** Signs that the PIN was right. */
	readonly confirmKey: string;
	/** VOPRF key, sealed by the site. */
	readonly evaluator: string;
	/** Account key, sealed under what the PIN gives. */
	readonly blob: string;
	/** Tries that were not confirmed. */
	readonly tries: number;
	readonly attempt?: PinAttempt;
}

export const PIN_TYPE: DocumentType = {
	name: 'PIN',
	key: ['profile'],
	threads: [],
	traceless: true,
	// who put an old backup back would give back tries that were counted since
	neverCopied: true,
	sealing: 'clear',
	shape: 1,
};

/** Every type of the directory. */
export const DIRECTORY_TYPES: readonly DocumentType[] = [
	...[SPONSOR_TYPE, USER_TYPE, ALIAS_TYPE, SHEET_TYPE, ANNOUNCEMENT_TYPE, PIN_TYPE],
	...[OPERATOR_TYPE, SERVICE_TYPE, HOSTING_TYPE],
];

/** Every thread of the directory. */
export const DIRECTORY_THREADS: readonly ThreadType[] = [USER_THREAD, SERVICES_THREAD];
