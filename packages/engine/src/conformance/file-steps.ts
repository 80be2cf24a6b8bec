import type { Failure, Result } from '@navette/core';
import { BOX, contentOf, digestOf, MIA, ORG, type Shelf, streamOf } from '../testing/shelf.ts';

const DAY_MS = 86_400_000;

/** Sends a content in segments; answers what attaches it. */
export const uploadInSegments = async (shelf: Shelf, bytes: Uint8Array, name: string) => {
	const announced = { size: bytes.length, digest: digestOf(bytes) };
	const wish = { type: 'BOX', key: BOX, ...announced, way: 'segments' as const };
	const preloaded = await shelf.files.preload(ORG, MIA, wish);
	if (!preloaded.ok) return preloaded;
	const { fid, segmentBytes } = preloaded.value;
	for (let number = 1; (number - 1) * segmentBytes < bytes.length; number++) {
		const segment = bytes.subarray((number - 1) * segmentBytes, number * segmentBytes);
		const sent = await shelf.files.putSegment(ORG, MIA, fid, number, streamOf(segment));
		if (!sent.ok) return sent;
	}
	const done = await shelf.files.complete(ORG, MIA, fid);
	if (!done.ok) return done;
	return { ok: true as const, value: { fid, name, type: 'text/plain', ...announced } };
};

const written = async (outcome: Promise<Result<unknown, Failure>>): Promise<boolean> =>
	(await outcome).ok;

/**
 * Everything that happens to files, step after step; each answers whether it was acknowledged. `names`
 * are those of the files of the box once it was.
 */
export const FILE_STEPS: readonly {
	readonly names: readonly string[];
	readonly run: (shelf: Shelf) => Promise<boolean>;
}[] = [
	{ names: [], run: (shelf) => written(shelf.run((c) => c.write('BOX', BOX, 'one'))) },
	{
		names: ['a'],
		async run(shelf) {
			const a = await shelf.upload(contentOf(1_500, 1), 'a');
			return a.ok && written(shelf.run((c) => c.attach('BOX', BOX, a.value)));
		},
	},
	{
		names: ['b'],
		async run(shelf) {
			const b = await uploadInSegments(shelf, contentOf(2_100, 2), 'b');
			if (!b.ok) return false;
			const swap = shelf.run(async (c) => {
				for (const file of await c.files('BOX', BOX)) await c.detach('BOX', BOX, file.fid);
				await c.attach('BOX', BOX, b.value);
			});
			return written(swap);
		},
	},
	{
		names: ['b', 'c'],
		async run(shelf) {
			const b = await shelf.upload(contentOf(30, 3), 'b');
			const c = await shelf.upload(contentOf(0), 'c');
			if (!b.ok || !c.ok) return false;
			const both = shelf.run(async (context) => {
				await context.write('BOX', BOX, 'two');
				await context.attach('BOX', BOX, b.value);
				await context.attach('BOX', BOX, c.value);
			});
			return written(both);
		},
	},
	{
		names: ['b', 'c'],
		async run(shelf) {
			const abandoned = await shelf.upload(contentOf(40, 4), 'd');
			return abandoned.ok && written(shelf.files.cancel(ORG, MIA, abandoned.value.fid));
		},
	},
	{
		names: ['b', 'c'],
		async run(shelf) {
			const left = await shelf.upload(contentOf(50, 5), 'e');
			if (!left.ok) return false;
			shelf.clock.advance(DAY_MS);
			return written(shelf.engine.maintain(ORG));
		},
	},
	{
		names: [],
		run: (shelf) => written(shelf.run((c) => c.remove('BOX', BOX))),
	},
];

/** Names of the files of the box. */
export const namesOfBox = async (shelf: Shelf): Promise<readonly string[]> => {
	const found = await shelf.engine.read(ORG, MIA, async (source) => ({
		ok: true as const,
		value: (await source.files('BOX', BOX)).map((file) => file.clear?.name ?? ''),
	}));
	if (!found.ok) throw new Error(found.error.code);
	return [...found.value].sort();
};
