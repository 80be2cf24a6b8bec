import { ok } from '@navette/core';
import type { Account } from '@navette/model';
import * as v from 'valibot';
import { defineOperation, defineReport, done, type ServerApplication } from '../application.ts';

/** A small application for tests: notes on boards, for whoever has a right to the board. */
const Input = v.strictObject({
	board: v.pipe(v.string(), v.regex(/^[a-z]{1,8}$/)),
	n: v.pipe(v.string(), v.regex(/^[0-9]{1,6}$/)),
	text: v.pipe(v.string(), v.maxLength(20_000)),
});

const mayUse = (account: Account, board: string) =>
	account.rights.some((right) => right.usage === 'MEM' && right.subject === board);

export const notesApplication: ServerApplication = {
	name: 'notes-for-tests',
	documents: [
		{
			name: 'NOTE',
			key: ['board', 'n'],
			threads: ['BOARD'],
			sealing: 'clear',
			shape: 1,
			files: { names: 'unique', maxBytes: 5_000_000 },
		},
		{ name: 'SHUT', key: ['board'], threads: [], sealing: 'clear', shape: 1 },
	],
	threads: [{ name: 'BOARD', key: ['board'] }],
	policy: {
		async thread(source, account, { type, key }) {
			if (type !== 'BOARD' || !mayUse(account, key.board ?? '')) return undefined;
			if (await source.read('SHUT', { board: key.board ?? '' })) return undefined;
			const reader = account.rights.some((right) => right.usage === 'BLIND');
			const length = { name: 'length', apply: (data: unknown) => String(data).length };
			return { NOTE: reader ? { project: length } : {} };
		},
		dependsOn: ['SHUT'],
	},
	operations: [
		defineOperation({
			name: 'NoteWrite',
			about: 'Writes a note.',
			input: Input,
			example: { board: 'blue', n: '1', text: 'hello' },
			who: (account, { board }) => (mayUse(account, board) ? undefined : { code: 'E-RIGHT' }),
			async handler(context, { board, n, text }) {
				if (text === 'throw') throw new Error('a defect');
				await context.write('NOTE', { board, n }, text);
				return ok({ length: text.length });
			},
		}),
		defineOperation({
			name: 'NoteAttach',
			about: 'Attaches a file to a note.',
			input: v.strictObject({
				board: v.string(),
				n: v.string(),
				file: v.strictObject({
					fid: v.string(),
					name: v.string(),
					type: v.string(),
					size: v.number(),
					digest: v.string(),
				}),
			}),
			example: {
				board: 'blue',
				n: '1',
				file: { fid: 'A', name: 'a.txt', type: 'text/plain', size: 1, digest: 'B' },
			},
			who: (account, { board }) => (mayUse(account, board) ? undefined : { code: 'E-RIGHT' }),
			async handler(context, { board, n, file }) {
				await context.attach('NOTE', { board, n }, file);
				return done;
			},
		}),
		defineOperation({
			name: 'BoardShut',
			about: 'Shuts a board.',
			input: v.strictObject({ board: v.string() }),
			example: { board: 'blue' },
			who: () => undefined,
			async handler(context, { board }) {
				await context.write('SHUT', { board }, true);
				return done;
			},
		}),
	],
	reports: [
		defineReport({
			name: 'NoteCount',
			about: 'How many notes there are.',
			input: v.strictObject({}),
			example: {},
			who: () => undefined,
			handler: async (source) => ok((await source.list('NOTE')).length),
		}),
	],
	errors: {},
};
