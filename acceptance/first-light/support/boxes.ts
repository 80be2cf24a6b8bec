import { ok } from '@navette/core';
import type { Engine } from '@navette/engine';
import { defineOperation, done, hashOfToken, type ServerApplication } from '@navette/server';
import * as v from 'valibot';

/** The smallest application: boxes on a thread, for whoever has a right to them. */
export const boxesApplication: ServerApplication = {
	name: 'boxes',
	documents: [{ name: 'BOX', key: ['n'], threads: ['BOXES'], sealing: 'clear', shape: 1 }],
	threads: [{ name: 'BOXES', key: [] }],
	policy: {
		thread: (_source, _account, { type }) => (type === 'BOXES' ? { BOX: {} } : undefined),
		dependsOn: [],
	},
	operations: [
		defineOperation({
			name: 'BoxPut',
			about: 'Writes a box.',
			input: v.strictObject({ n: v.string() }),
			example: { n: '1' },
			who: () => undefined,
			async handler(context, { n }) {
				const seen = (await context.read<number>('BOX', { n })) ?? 0;
				await context.write('BOX', { n }, seen + 1);
				return done;
			},
		}),
	],
	reports: [],
	errors: {},
};

export const BOX_TOKEN = 'a-token-of-the-boxes-0123456789';
/** Enters as administrator. */
export const BOX_KEEPER = 'a-token-of-the-keeper-0123456789';

/** An organisation where the token of the boxes enters. */
export const prepareBoxes = async (engine: Engine): Promise<void> => {
	await engine.putOrganisation('boxes', 'open', { label: 'Boxes', clockOffset: 0 });
	await engine.run({
		org: 'boxes',
		caller: () => ({ id: 'set-up', rights: [] }),
		work: async (context) => {
			const access = { account: 'packer', label: 'packer', rights: [], created: 0 };
			await context.write('ACCESS', { hash: hashOfToken(BOX_TOKEN) }, access);
			const rights = [{ usage: 'ADM', subject: '', power: 1 }];
			const keeper = { account: 'keeper', label: 'keeper', rights, created: 0 };
			await context.write('ACCESS', { hash: hashOfToken(BOX_KEEPER) }, keeper);
			return ok(null);
		},
	});
};
