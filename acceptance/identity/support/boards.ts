import { failure } from '@navette/core';
import type { Account } from '@navette/model';
import { createCatalogue } from '@navette/model';
import { defineOperation, done, type ServerApplication } from '@navette/server';
import * as v from 'valibot';

const holds = ({ rights }: Account, board: string): boolean =>
	rights.some(({ usage, subject }) => usage === 'MEM' && subject === board);

const documents: ServerApplication['documents'] = [
	{ name: 'NOTE', key: ['board', 'n'], threads: ['BOARD'], sealing: 'clear', shape: 1 },
];
const threads: ServerApplication['threads'] = [{ name: 'BOARD', key: ['board'] }];

/** A small application: notes on boards, for members of each. */
export const boardsApplication: ServerApplication = {
	...{ name: 'boards', documents, threads, reports: [], errors: {} },
	policy: {
		thread: (_source, account, { type, key }) =>
			type === 'BOARD' && holds(account, key.board ?? '') ? { NOTE: {} } : undefined,
		dependsOn: [],
	},
	operations: [
		defineOperation({
			name: 'NoteWrite',
			about: 'Writes a note on a board.',
			input: v.strictObject({ board: v.string(), n: v.string(), text: v.string() }),
			example: { board: 'blue', n: '1', text: 'hello' },
			who: (account, { board }) => (holds(account, board) ? undefined : failure('E-RIGHT')),
			async handler(context, { board, n, text }) {
				await context.write('NOTE', { board, n }, text);
				return done;
			},
		}),
	],
};

const checked = createCatalogue(documents, threads);
if (!checked.ok) throw new Error(checked.error.join());
/** Its types, for devices. */
export const boardsCatalogue = checked.value;
