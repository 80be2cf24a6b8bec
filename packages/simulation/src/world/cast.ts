import type { Right } from '@navette/model';
import { hashOfToken } from '@navette/server';
import type { Wish } from '../device/device-node.ts';
import type { Dice } from '../dice.ts';
import type { Station } from './network.ts';

/** Who plays: organisations, accounts, and what devices watch. */
export const ORGANISATIONS = ['north', 'south'] as const;
export const BOARDS = ['b1', 'b2'] as const;
export const OWNERS = ['ana', 'gus'] as const;
export const NUMBERS = ['1', '2', '3', '4'] as const;

/** Rights that an account may be given. */
const ROLES: readonly (readonly Right[])[] = [
	[{ usage: 'MEM', subject: 'b1', power: 1 }],
	[
		{ usage: 'MEM', subject: 'b1', power: 1 },
		{ usage: 'MEM', subject: 'b2', power: 1 },
		{ usage: 'OWN', subject: 'ana', power: 1 },
	],
	[{ usage: 'GUEST', subject: 'b1', power: 1 }],
	[
		{ usage: 'GUEST', subject: 'b1', power: 1 },
		{ usage: 'MEM', subject: 'b2', power: 1 },
	],
	[{ usage: 'OWN', subject: 'ana', power: 1 }],
];

/** Roles as they are handed out: most people may do most things. */
const HANDED = [0, 1, 1, 1, 2, 3, 3, 4];

export const someRights = (dice: Dice): readonly Right[] =>
	(ROLES[dice.pick(HANDED)] ?? []).map((right) => ({ ...right }));

export const ADMINISTRATOR: readonly Right[] = [{ usage: 'ADM', subject: '', power: 1 }];

/** An access: who holds which token. */
export interface Access {
	readonly org: string;
	readonly account: string;
	readonly token: string;
	readonly hash: string;
}

const accessOf = (org: string, account: string): Access => {
	const token = `token-of-${account}-in-${org}`;
	return { org, account, token, hash: hashOfToken(token) };
};

/** All accesses there ever are. */
export const ACCESSES: readonly Access[] = ORGANISATIONS.flatMap((org) =>
	[...OWNERS, 'adm'].map((account) => accessOf(org, account)),
);

const USER_WISHES: readonly Wish[] = [
	{ path: 'BOARD/b1', options: {} },
	{ path: 'BOARD/b2', options: {} },
	{ path: 'BOARD/b1', options: { types: ['NOTE'], filters: { NOTE: { owner: 'gus' } } } },
	{ path: 'BOARD/b2', options: { types: ['PART'] } },
	{ path: 'OWNER/ana', options: {} },
	{ path: 'ALL/', options: {} },
];

const ADMINISTRATOR_WISHES: readonly Wish[] = [
	{ path: 'ACCESS/', options: {} },
	{ path: 'ALL/', options: {} },
];

/** A device of the play, and what it may watch. */
export interface Part {
	readonly station: Station;
	readonly wishes: readonly Wish[];
	readonly isAdministrator: boolean;
}

const partOf = (name: string, { org, account, token, hash }: Access): Part => ({
	station: { name, org, token, hash },
	wishes: account === 'adm' ? ADMINISTRATOR_WISHES : USER_WISHES,
	isAdministrator: account === 'adm',
});

/** So many devices of users, most of them in the first organisation, and one per administrator. */
export const castOf = (devices: number, dice: Dice): readonly Part[] => [
	...ORGANISATIONS.map((org, at) => partOf(`a${at + 1}`, accessOf(org, 'adm'))),
	...Array.from({ length: devices }, (_, at) => {
		const org = at % 4 === 3 ? 'south' : 'north';
		return partOf(`d${at + 1}`, accessOf(org, at < 2 ? (OWNERS[at] ?? 'ana') : dice.pick(OWNERS)));
	}),
];
