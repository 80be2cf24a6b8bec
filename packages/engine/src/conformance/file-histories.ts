import { test } from 'node:test';
import type { Key } from '@navette/model';
import fc from 'fast-check';
import type { Attachment } from '../files/attachment.ts';
import { createFaults } from '../testing/faults.ts';
import {
	contentOf,
	createShelves,
	MIA,
	ORG,
	openShelf,
	type Shelf,
	type Shelves,
} from '../testing/shelf.ts';
import { checkFiles, checkFilesAfterADay } from './file-checks.ts';
import { uploadInSegments } from './file-steps.ts';
import type { OpenFileStores } from './files.ts';

const HOUR = 3_600_000;
const KEYS: readonly Key[] = ['1', '2'].map((n) => ({ shelf: 's1', n }));
const keyOf = (at: number): Key => KEYS[at % KEYS.length] ?? {};

/** One thing done to files; `kill` = the process dies at that step of its stores while it does it. */
type Step = { readonly kill: number | undefined } & (
	| {
			readonly kind: 'send';
			readonly size: number;
			readonly segments: boolean;
			readonly name: string;
	  }
	| {
			readonly kind: 'attach';
			readonly box: number;
			readonly file: number;
			readonly detach: boolean;
	  }
	| { readonly kind: 'write'; readonly box: number }
	| { readonly kind: 'remove'; readonly box: number }
	| { readonly kind: 'cancel'; readonly file: number }
	| { readonly kind: 'hours'; readonly count: number }
);

const kill = fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined, freq: 3 });
const box = fc.nat({ max: 1 });
const file = fc.nat({ max: 5 });
const of = <T extends string>(kind: T) => fc.constant(kind);

const histories: fc.Arbitrary<readonly Step[]> = fc.array(
	fc.oneof(
		fc.record({
			kind: of('send'),
			kill,
			size: fc.constantFrom(0, 10, 1_000, 2_300),
			segments: fc.boolean(),
			name: fc.constantFrom('a', 'b'),
		}),
		fc.record({ kind: of('attach'), kill, box, file, detach: fc.boolean() }),
		fc.record({ kind: of('write'), kill, box }),
		fc.record({ kind: of('remove'), kill, box }),
		fc.record({ kind: of('cancel'), kill, file }),
		fc.record({ kind: of('hours'), kill, count: fc.constantFrom(1, 20, 25) }),
	),
	{ minLength: 5, maxLength: 40, size: 'max' },
);

/** Does one step; what is refused, or dies, is part of a history. */
const doStep = async (shelf: Shelf, step: Step, sent: Attachment[]): Promise<void> => {
	if (step.kind === 'send') {
		const bytes = contentOf(step.size, sent.length);
		const outcome = step.segments
			? await uploadInSegments(shelf, bytes, step.name)
			: await shelf.upload(bytes, step.name);
		if (outcome.ok) sent.unshift(outcome.value);
	} else if (step.kind === 'attach') {
		const attachment = sent[step.file];
		const key = keyOf(step.box);
		await shelf.run(async (c) => {
			const [first] = await c.files('BOX', key);
			await c.write('BOX', key, 'written');
			if (step.detach && first) await c.detach('BOX', key, first.fid);
			if (attachment) await c.attach('BOX', key, attachment);
		});
	} else if (step.kind === 'write')
		await shelf.run((c) => c.write('BOX', keyOf(step.box), 'written'));
	else if (step.kind === 'remove') await shelf.run((c) => c.remove('BOX', keyOf(step.box)));
	else if (step.kind === 'cancel')
		await shelf.files.cancel(ORG, MIA, sent[step.file]?.fid ?? 'none');
	else {
		shelf.clock.advance(step.count * HOUR);
		await shelf.engine.maintain(ORG);
	}
};

const runHistory = async (shelves: Shelves, steps: readonly Step[]): Promise<void> => {
	const sent: Attachment[] = [];
	const first = openShelf(shelves);
	await first.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	for (const step of steps) {
		const faults = createFaults(shelves, step.kill ?? Number.POSITIVE_INFINITY);
		const mortal = openShelf({ ...shelves, store: faults.store, blobs: faults.blobs });
		await doStep(mortal, step, sent).catch((error: unknown) => {
			if (!faults.isDead()) throw error;
		});
		await mortal.files.idle();
		await checkFiles(openShelf(shelves));
	}
	await checkFilesAfterADay(openShelf(shelves));
};

/** Random histories of files, with kills at random steps; the invariant is checked after every one. */
export const fileHistories = (name: string, open: OpenFileStores, runs = 150): void => {
	test(`${name}: invariant 6 holds after every step of random histories with kills`, async (t) => {
		const seed = Number(process.env.NAVETTE_SEED ?? crypto.getRandomValues(new Int32Array(1))[0]);
		t.diagnostic(`seed ${seed} (NAVETTE_SEED replays it)`);
		const property = fc.asyncProperty(histories, async (steps) => {
			const { store, blobs, checkRests, destroy } = await open();
			try {
				await runHistory({ ...createShelves(), store, blobs }, steps);
				await checkRests?.();
			} finally {
				await destroy();
			}
		});
		await fc.assert(property, { seed, numRuns: runs });
	});
};
