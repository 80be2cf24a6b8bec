import { ok } from '@navette/core';
import { defineOperation, done, type ServerApplication } from '@navette/server';
import * as v from 'valibot';

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');
const Place = { thread: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)) };

/** The smallest honest application: sealed documents on threads, for whoever has a right to them. */
export const benchApplication: ServerApplication = {
	name: 'bench',
	documents: [
		{ name: 'BOX', key: ['thread', 'n'], threads: ['BOXES'], sealing: 'sealed', shape: 1 },
	],
	threads: [{ name: 'BOXES', key: ['thread'] }],
	policy: {
		thread: (_source, account, { type }) =>
			type === 'BOXES' && account.rights.some((right) => right.usage === 'BENCH')
				? { BOX: {} }
				: undefined,
		dependsOn: [],
	},
	operations: [
		defineOperation({
			name: 'BoxPut',
			about: 'Writes one box.',
			input: v.strictObject({ ...Place, n: v.string(), data: bytes }),
			example: { thread: 'hot', n: '1', data: '' },
			who: () => undefined,
			async handler(context, { thread, n, data }) {
				await context.write('BOX', { thread, n }, data);
				return done;
			},
		}),
		defineOperation({
			name: 'BoxFill',
			about: 'Writes many boxes in one operation.',
			input: v.strictObject({ ...Place, from: v.number(), count: v.number(), data: bytes }),
			example: { thread: 'big', from: 0, count: 1_000, data: '' },
			who: () => undefined,
			async handler(context, { thread, from, count, data }) {
				for (let n = from; n < from + count; n++)
					await context.write('BOX', { thread, n: String(n) }, data);
				return ok(count);
			},
		}),
		defineOperation({
			name: 'BoxesPut',
			about: 'Writes some boxes, all of them or none.',
			input: v.strictObject({ ...Place, boxes: v.array(v.strictTuple([v.string(), bytes])) }),
			example: { thread: 'hot', boxes: [] },
			who: () => undefined,
			async handler(context, { thread, boxes }) {
				for (const [n, data] of boxes) await context.write('BOX', { thread, n }, data);
				return done;
			},
		}),
	],
	reports: [],
	errors: {},
};
