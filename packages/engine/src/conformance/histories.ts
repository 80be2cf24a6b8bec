import fc from 'fast-check';

const BOARDS = ['b1', 'b2'];
const OWNERS = ['ana', 'gus'];
const NUMBERS = ['1', '2', '3', '4'];

/** One write of an operation. */
export interface WriteStep {
	readonly type: 'NOTE' | 'ITEM';
	readonly board: string;
	readonly owner: string;
	readonly n: string;
	/** `undefined` = delete. */
	readonly text: string | undefined;
}

/** One step of a random history. */
export type Step =
	| {
			readonly kind: 'write';
			readonly org: string;
			readonly writes: readonly WriteStep[];
			readonly refused: boolean;
	  }
	| { readonly kind: 'gate'; readonly org: string; readonly board: string; readonly shut: boolean }
	| {
			readonly kind: 'rights';
			readonly org: string;
			readonly account: string;
			readonly role: number;
	  }
	| { readonly kind: 'pull'; readonly device: number; readonly limit: number }
	| { readonly kind: 'days'; readonly count: number };

const write: fc.Arbitrary<WriteStep> = fc.record({
	type: fc.constantFrom('NOTE', 'ITEM'),
	board: fc.constantFrom(...BOARDS),
	owner: fc.constantFrom(...OWNERS),
	n: fc.constantFrom(...NUMBERS),
	text: fc.option(fc.string({ maxLength: 6 }), { nil: undefined, freq: 2 }),
});
const org = fc.constantFrom('north', 'south');

/** Random histories: what is written, who may read, who reads, how time passes. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
	fc.oneof(
		{
			weight: 12,
			arbitrary: fc.record({
				kind: fc.constant('write' as const),
				org,
				writes: fc.array(write, { minLength: 1, maxLength: 5 }),
				refused: fc.constantFrom(false, false, false, true),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('gate' as const),
				org,
				board: fc.constantFrom(...BOARDS),
				shut: fc.boolean(),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('rights' as const),
				org,
				account: fc.constantFrom(...OWNERS),
				role: fc.nat({ max: 4 }),
			}),
		},
		{
			weight: 10,
			arbitrary: fc.record({
				kind: fc.constant('pull' as const),
				device: fc.nat({ max: 5 }),
				limit: fc.integer({ min: 1, max: 4 }),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({
				kind: fc.constant('days' as const),
				count: fc.constantFrom(1, 400, 700),
			}),
		},
	),
	{ minLength: 10, maxLength: 120, size: 'max' },
);
