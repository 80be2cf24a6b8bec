import type { DocumentType, Right, ThreadType } from '@navette/model';

/** What is stored of an access: who its holder is, never the token itself. */
export interface AccessData {
	/** Opaque id of the account. */
	readonly account: string;
	/** Comment of the one who gave it. */
	readonly label: string;
	readonly rights: readonly Right[];
	/** Instant of creation, ms. */
	readonly created: number;
}

/** Thread on which an administrator sees the accesses of the organisation. */
export const ACCESS_THREAD: ThreadType = { name: 'ACCESS', key: [] };

/** An access, keyed by the SHA-256 of its token (hexadecimal). */
export const ACCESS_TYPE: DocumentType = {
	name: 'ACCESS',
	key: ['hash'],
	threads: ['ACCESS'],
	sealing: 'clear',
	shape: 1,
};

/** Usage of an organisation's administrators. */
export const ADMINISTRATOR = 'ADM';
