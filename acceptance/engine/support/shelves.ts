import { ok } from '@navette/core';
import type { Engine } from '@navette/engine';
import { defineOperation, done, hashOfToken, type ServerApplication } from '@navette/server';
import * as v from 'valibot';

const File = v.strictObject({
	fid: v.string(),
	name: v.string(),
	type: v.string(),
	size: v.number(),
	digest: v.string(),
});

/** The smallest application with files: shelves that hold them. */
export const shelvesApplication: ServerApplication = {
	name: 'shelves',
	documents: [
		{
			name: 'SHELF',
			key: ['n'],
			threads: ['SHELVES'],
			sealing: 'clear',
			shape: 1,
			files: { names: 'unique', maxBytes: 2 ** 31 },
		},
	],
	threads: [{ name: 'SHELVES', key: [] }],
	policy: {
		thread: (_source, account, { type }) =>
			type === 'SHELVES' && account.id === 'keeper' ? { SHELF: {} } : undefined,
		dependsOn: [],
	},
	operations: [
		defineOperation({
			name: 'ShelfPut',
			about: 'Attaches files to a shelf, made if need be, and takes others away.',
			input: v.strictObject({ n: v.string(), attach: v.array(File), detach: v.array(v.string()) }),
			example: { n: '1', attach: [], detach: [] },
			who: () => undefined,
			async handler(context, { n, attach, detach }) {
				const puts = (await context.read<number>('SHELF', { n })) ?? 0;
				await context.write('SHELF', { n }, puts + 1);
				for (const fid of detach) await context.detach('SHELF', { n }, fid);
				for (const file of attach) await context.attach('SHELF', { n }, file);
				return done;
			},
		}),
		defineOperation({
			name: 'ShelfDrop',
			about: 'Deletes a shelf.',
			input: v.strictObject({ n: v.string() }),
			example: { n: '1' },
			who: () => undefined,
			async handler(context, { n }) {
				await context.remove('SHELF', { n });
				return done;
			},
		}),
	],
	reports: [],
	errors: {},
};

export const SHELVES_ORG = 'shelves';
export const KEEPER_TOKEN = 'a-token-of-the-keeper-0123456789';
export const STRANGER_TOKEN = 'a-token-of-a-stranger-0123456789';

/** An organisation where the keeper and a stranger enter. */
export const prepareShelves = async (engine: Engine): Promise<void> => {
	await engine.putOrganisation(SHELVES_ORG, 'open', { label: 'Shelves', clockOffset: 0 });
	await engine.run({
		org: SHELVES_ORG,
		caller: () => ({ id: 'set-up', rights: [] }),
		work: async (context) => {
			for (const [account, token] of [
				['keeper', KEEPER_TOKEN],
				['stranger', STRANGER_TOKEN],
			] as const)
				await context.write(
					'ACCESS',
					{ hash: hashOfToken(token) },
					{ account, label: account, rights: [], created: 0 },
				);
			return ok(null);
		},
	});
};
