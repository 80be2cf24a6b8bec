import type { Right } from '@navette/model';

/** Who may enter an organisation and which boards are shut, at one instant. */
export interface RightsState {
	/** By hash of token. */
	readonly accesses: ReadonlyMap<
		string,
		{ readonly account: string; readonly rights: readonly Right[] }
	>;
	readonly shut: ReadonlySet<string>;
}

export const NO_RIGHTS: RightsState = { accesses: new Map(), shut: new Set() };

/** What is seen of one type: all of it, of one owner, or its size only. */
export interface TypeSight {
	readonly owner?: string;
	readonly size?: boolean;
}

export type Sight = ReadonlyMap<string, TypeSight>;

const WHOLE: TypeSight = {};

/**
 * What the holder of a token sees of a thread; `undefined` = nothing. Said a second time here,
 * independently of the policies under test.
 */
export const sightOf = (state: RightsState, hash: string, path: string): Sight | undefined => {
	const access = state.accesses.get(hash);
	if (!access) return undefined;
	const [type = '', id = ''] = path.split('/');
	const has = (usage: string, subject: string) =>
		access.rights.some((right) => right.usage === usage && right.subject === subject);
	if (type === 'ACCESS') return has('ADM', '') ? new Map([['ACCESS', WHOLE]]) : undefined;
	if (type === 'ALL')
		return new Map([
			['NOTE', { size: true }],
			['PART', WHOLE],
		]);
	if (type === 'OWNER') return has('OWN', id) ? new Map([['NOTE', WHOLE]]) : undefined;
	if (state.shut.has(id)) return undefined;
	if (has('MEM', id))
		return new Map([
			['NOTE', WHOLE],
			['PART', WHOLE],
			['CARD', WHOLE],
			['BOX', WHOLE],
		]);
	return has('GUEST', id) ? new Map([['NOTE', { owner: access.account }]]) : undefined;
};

/** Text of a sight, equal for equal sights. */
export const textOfSight = (sight: Sight | undefined): string =>
	sight ? [...sight].map(([type, of]) => `${type}:${of.owner ?? ''}:${of.size ?? ''}`).join() : '-';

/** Threads that a document belongs to, from its type and its id. */
export const pathsOf = (type: string, id: string): readonly string[] => {
	const [board, owner] = id.split('.');
	if (type === 'NOTE') return [`BOARD/${board}`, `OWNER/${owner}`, 'ALL/'];
	if (type === 'PART') return [`BOARD/${board}`, 'ALL/'];
	if (type === 'CARD' || type === 'BOX') return [`BOARD/${board}`];
	return type === 'ACCESS' ? ['ACCESS/'] : [];
};

/** Whether a document of this id is of an owner. */
export const isOf = (owner: string | undefined, type: string, id: string): boolean =>
	owner === undefined || (type === 'NOTE' && id.split('.')[1] === owner);
