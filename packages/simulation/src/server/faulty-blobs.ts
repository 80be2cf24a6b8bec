import { type BlobStore, StorageFault } from '@navette/storage';
import type { Dice } from '../dice.ts';
import type { Life } from '../life.ts';
import type { Weather } from '../weather.ts';
import type { FaultPoints } from './faults.ts';

/**
 * The store of contents as one server sees it: slow, out of reach, or interrupted by the death of the
 * server before it did something or after it did and before it said so.
 */
export const createFaultyBlobs = (
	inner: BlobStore,
	deps: {
		readonly life: Life;
		readonly points: FaultPoints;
		readonly dice: Dice;
		readonly weather: Weather;
	},
): BlobStore => {
	const { life, points, dice, weather } = deps;
	const fail = () => {
		if (!weather.calm && dice.chance(weather.contentsFail))
			throw new StorageFault('io', 'a fault of the simulation');
	};
	const around = <T>(label: string, work: () => Promise<T>): Promise<T> =>
		points.write(label, async () => {
			fail();
			const result = await work();
			await points.pause(`${label} said`);
			fail();
			return result;
		});
	return {
		...inner,
		put: (path, content, size) => around('content', () => inner.put(path, content, size)),
		openUpload: (path, size) => around('upload', () => inner.openUpload(path, size)),
		putSegment: (path, upload, number, content, size) =>
			around('segment', () => inner.putSegment(path, upload, number, content, size)),
		closeUpload: (path, upload, marks) =>
			around('join', () => inner.closeUpload(path, upload, marks)),
		async remove(path) {
			/* more often than anything else: what a removal leaves is for the daily task */
			fail();
			fail();
			await around('remove', () => inner.remove(path));
		},
		stat: (path) => around('stat', () => inner.stat(path)),
		async read(path, range) {
			await points.pause('content');
			fail();
			const bytes = await inner.read(path, range);
			life.check();
			return bytes;
		},
		async close() {},
	};
};
