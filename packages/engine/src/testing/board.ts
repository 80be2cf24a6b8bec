import { type Account, createCatalogue, type DocumentType, type ThreadType } from '@navette/model';
import type { AccessPolicy } from '../access.ts';

/**
 * A small application for tests, with one case of each thing: documents of one, two and three
 * threads, of none, a unique property, a projection, a filter that rights impose, a right that
 * depends on a document.
 */
const threads: readonly ThreadType[] = [
	{ name: 'BOARD', key: ['board'] },
	{ name: 'OWNER', key: ['owner'] },
	{ name: 'ALL', key: [] },
];

const NOTE: DocumentType = {
	name: 'NOTE',
	key: ['board', 'owner', 'n'],
	groupings: { byOwner: ['owner'] },
	properties: {
		rank: { kind: 'number', of: (_key, data) => (data as NoteData).rank },
		slug: { kind: 'string', unique: true, of: (_key, data) => (data as NoteData).slug },
	},
	threads: ['BOARD', 'OWNER', 'ALL'],
	sealing: 'clear',
	shape: 1,
};
const ITEM: DocumentType = {
	name: 'ITEM',
	key: ['board', 'n'],
	threads: ['BOARD'],
	sealing: 'clear',
	shape: 2,
	upgrades: [(data) => ({ ...(data as object), upgraded: true })],
};
const GATE: DocumentType = {
	name: 'GATE',
	key: ['board'],
	threads: [],
	sealing: 'clear',
	shape: 1,
};
const RIGHTS: DocumentType = {
	name: 'RIGHTS',
	key: ['account'],
	threads: [],
	sealing: 'clear',
	shape: 1,
};

export interface NoteData {
	readonly text: string;
	readonly rank?: number;
	readonly slug?: string;
}

const catalogue = createCatalogue([NOTE, ITEM, GATE, RIGHTS], threads);
if (!catalogue.ok) throw new Error(catalogue.error.join('\n'));

export const boardCatalogue = catalogue.value;

const holds = (account: Account, usage: string, subject: string): boolean =>
	account.rights.some((right) => right.usage === usage && right.subject === subject);

/** Members see a board unless it is shut, guests only what they own of it, everybody titles of all. */
export const boardPolicy: AccessPolicy = {
	async thread(source, account, { type, key }) {
		if (type === 'ALL')
			return {
				NOTE: {
					project: { name: 'length', apply: (data) => ({ size: (data as NoteData).text.length }) },
				},
			};
		if (type === 'OWNER') return holds(account, 'OWN', key.owner ?? '') ? { NOTE: {} } : undefined;
		const shut = await source.read('GATE', { board: key.board ?? '' });
		if (shut) return undefined;
		if (holds(account, 'MEM', key.board ?? '')) return { NOTE: {}, ITEM: {} };
		if (holds(account, 'GUEST', key.board ?? ''))
			return { NOTE: { filters: [{ owner: account.id }] } };
		return undefined;
	},
	dependsOn: ['GATE', 'RIGHTS'],
};
