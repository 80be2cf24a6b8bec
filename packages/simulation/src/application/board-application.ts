import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import type { Account, DocumentType } from '@navette/model';
import { defineOperation, type ServerApplication } from '@navette/server';
import * as v from 'valibot';
import { boardPolicy, holds } from './board-policy.ts';
import type { AskedWrite, Journal } from './journal.ts';

/** Parts of a board that are always written together, with equal counts. */
const SIDES = ['a', 'b', 'c', 'd', 'e'] as const;

const Word = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/));
const Note = { mark: Word, board: Word, owner: Word, n: Word };
const Content = v.strictObject({
	fid: v.string(),
	name: Word,
	size: v.number(),
	digest: v.string(),
});
type NoteInput = { readonly board: string; readonly owner: string; readonly n: string };

const type = (name: string, key: readonly string[], threads: readonly string[]): DocumentType => ({
	name,
	key,
	threads,
	sealing: 'clear',
	shape: 1,
});

/** What a handler may do here: its context, with every write noted. */
interface Pen {
	readonly context: OperationContext;
	write(type: string, key: Record<string, string>, data: unknown): Promise<void>;
	remove(type: string, key: Record<string, string>): Promise<void>;
}

const createPen = (context: OperationContext, writes: AskedWrite[]): Pen => {
	const note = (type: string, key: Record<string, string>, data: unknown) =>
		writes.push({ type, id: Object.values(key).join('.'), data });
	return {
		context,
		async write(type, key, data) {
			await context.write(type, key, data);
			note(type, key, data);
		},
		async remove(type, key) {
			await context.remove(type, key);
			note(type, key, undefined);
		},
	};
};

const bumpParts = async (pen: Pen, board: string, mark: string): Promise<void> => {
	const first = await pen.context.read<{ count: number }>('PART', { board, side: 'a' });
	for (const side of SIDES)
		await pen.write('PART', { board, side }, { count: (first?.count ?? 0) + 1, mark });
};

const move = async (pen: Pen, { board, owner, n }: NoteInput, to: string): Promise<void> => {
	const data = await pen.context.read('NOTE', { board, owner, n });
	if (data === undefined) return;
	await pen.remove('NOTE', { board, owner, n });
	await pen.write('NOTE', { board: to, owner, n }, data);
};

const mayWrite = (account: Account, board: string, owner?: string): Failure | undefined =>
	holds(account, 'MEM', board) || (owner === account.id && holds(account, 'GUEST', board))
		? undefined
		: failure('E-RIGHT');

/**
 * The application of the simulation, with one case of each thing: documents of one, two and three
 * threads and of none, sets written together, moves between threads, a filter that rights impose, a
 * projection, a right that depends on a document. Every run leaves a trace of its mark in `LOG`.
 */
export const createBoardApplication = (journal: Journal): ServerApplication => {
	const marked = async (
		context: OperationContext,
		name: string,
		mark: string,
		work: (pen: Pen) => Promise<Result<null, Failure>>,
	): Promise<Result<unknown, Failure>> => {
		const writes: AskedWrite[] = [];
		const pen = createPen(context, writes);
		const earlier = await context.read<{ count: number }>('LOG', { mark });
		await pen.write('LOG', { mark }, { count: (earlier?.count ?? 0) + 1 });
		const outcome = await work(pen);
		if (!outcome.ok) return outcome;
		journal.ran({ org: context.org, account: context.account, mark, name, writes });
		return ok({ mark });
	};
	const done = ok(null);
	return {
		name: 'boards',
		threads: [
			{ name: 'BOARD', key: ['board'] },
			{ name: 'OWNER', key: ['owner'] },
			{ name: 'ALL', key: [] },
		],
		documents: [
			type('NOTE', ['board', 'owner', 'n'], ['BOARD', 'OWNER', 'ALL']),
			type('PART', ['board', 'side'], ['BOARD', 'ALL']),
			type('CARD', ['board', 'n'], ['BOARD']),
			{ ...type('BOX', ['board', 'n'], ['BOARD']), files: { names: 'unique', maxBytes: 10_000 } },
			type('GATE', ['board'], []),
			type('LOG', ['mark'], []),
		],
		policy: boardPolicy,
		operations: [
			defineOperation({
				name: 'NoteWrite',
				about: 'Writes a note; "refuse" and "throw" fail after having written.',
				input: v.strictObject({ ...Note, text: v.string() }),
				example: { mark: 'm1', board: 'b1', owner: 'ana', n: '1', text: 'hello' },
				who: (account, { board, owner }) => mayWrite(account, board, owner),
				handler: (context, { mark, board, owner, n, text }) =>
					marked(context, 'NoteWrite', mark, async (pen) => {
						await pen.write('NOTE', { board, owner, n }, { text, mark });
						if (text === 'throw') throw new Error('a defect asked for');
						return text === 'refuse' ? err(failure('E-RIGHT')) : done;
					}),
			}),
			defineOperation({
				name: 'NoteRemove',
				about: 'Removes a note.',
				input: v.strictObject(Note),
				example: { mark: 'm1', board: 'b1', owner: 'ana', n: '1' },
				who: (account, { board, owner }) => mayWrite(account, board, owner),
				handler: (context, { mark, board, owner, n }) =>
					marked(context, 'NoteRemove', mark, async (pen) => {
						await pen.remove('NOTE', { board, owner, n });
						return done;
					}),
			}),
			defineOperation({
				name: 'NoteMove',
				about: 'Moves a note to another board.',
				input: v.strictObject({ ...Note, to: Word }),
				example: { mark: 'm1', board: 'b1', owner: 'ana', n: '1', to: 'b2' },
				who: (account, { board, to }) => mayWrite(account, board) ?? mayWrite(account, to),
				handler: (context, { mark, to, ...note }) =>
					marked(context, 'NoteMove', mark, async (pen) => {
						await move(pen, note, to);
						return done;
					}),
			}),
			defineOperation({
				name: 'PartsBump',
				about: 'Counts one on all parts of a board.',
				input: v.strictObject({ mark: Word, board: Word }),
				example: { mark: 'm1', board: 'b1' },
				who: (account, { board }) => mayWrite(account, board),
				handler: (context, { mark, board }) =>
					marked(context, 'PartsBump', mark, async (pen) => {
						await bumpParts(pen, board, mark);
						return done;
					}),
			}),
			defineOperation({
				name: 'CardWrite',
				about: 'Writes a card, of one thread only.',
				input: v.strictObject({ mark: Word, board: Word, n: Word }),
				example: { mark: 'm1', board: 'b1', n: '1' },
				who: (account, { board }) => mayWrite(account, board),
				handler: (context, { mark, board, n }) =>
					marked(context, 'CardWrite', mark, async (pen) => {
						await pen.write('CARD', { board, n }, { mark });
						return done;
					}),
			}),
			defineOperation({
				name: 'BoxFill',
				about: 'Puts a content in a box; one of the same name goes.',
				input: v.strictObject({ mark: Word, board: Word, n: Word, file: Content }),
				example: {
					...{ mark: 'm1', board: 'b1', n: '1' },
					file: { fid: 'A', name: 'a', size: 1, digest: 'B' },
				},
				who: (account, { board }) => mayWrite(account, board),
				handler: (context, { mark, board, n, file }) =>
					marked(context, 'BoxFill', mark, async (pen) => {
						await pen.write('BOX', { board, n }, { mark });
						await context.attach('BOX', { board, n }, file);
						return done;
					}),
			}),
			defineOperation({
				name: 'BoxEmpty',
				about: 'Takes a box away, with what is in it.',
				input: v.strictObject({ mark: Word, board: Word, n: Word }),
				example: { mark: 'm1', board: 'b1', n: '1' },
				who: (account, { board }) => mayWrite(account, board),
				handler: (context, { mark, board, n }) =>
					marked(context, 'BoxEmpty', mark, async (pen) => {
						await pen.remove('BOX', { board, n });
						return done;
					}),
			}),
			defineOperation({
				name: 'GateSet',
				about: 'Shuts a board or opens it again.',
				input: v.strictObject({ mark: Word, board: Word, shut: v.boolean() }),
				example: { mark: 'm1', board: 'b1', shut: true },
				who: (account) => (holds(account, 'ADM', '') ? undefined : failure('E-RIGHT')),
				handler: (context, { mark, board, shut }) =>
					marked(context, 'GateSet', mark, async (pen) => {
						if (shut) await pen.write('GATE', { board }, true);
						else await pen.remove('GATE', { board });
						return done;
					}),
			}),
		],
		reports: [],
		errors: {},
	};
};
