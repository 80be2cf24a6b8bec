import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitNotice, NoticeBus } from '../notice-bus.ts';
import { freshReference, ORG, OTHER } from './fixture.ts';

/** Two ends of one bus; the same object twice when it lives in one process. */
export interface OpenedBus {
	readonly here: NoticeBus;
	readonly there: NoticeBus;
	readonly destroy: () => Promise<void>;
}

/** Opens a new bus that nobody listens to. */
export type OpenBus = () => Promise<OpenedBus>;

const commit = (version: number, org = ORG): CommitNotice => ({
	org,
	rightsMoved: version % 2 === 0,
	threads: [
		{ path: 'T/1', reference: freshReference(), from: version - 1, version, types: ['NOTE'] },
	],
});

/** A listener that collects, with a wait for the n-th commit. */
export const collector = () => {
	const heard: CommitNotice[] = [];
	const waits: { count: number; resolve: () => void }[] = [];
	return {
		heard,
		hear(commits: readonly CommitNotice[]) {
			heard.push(...commits);
			for (const wait of waits) if (heard.length >= wait.count) wait.resolve();
		},
		async until(count: number) {
			if (heard.length >= count) return;
			const { promise, resolve } = Promise.withResolvers<void>();
			waits.push({ count, resolve });
			await promise;
		},
	};
};

/** Declares a test of every guarantee of `NoticeBus`. */
export const noticeBusConformance = (name: string, open: OpenBus): void => {
	const busTest = (title: string, work: (bus: OpenedBus) => Promise<void>): void => {
		test(`${name}: ${title}`, async () => {
			const bus = await open();
			try {
				await work(bus);
			} finally {
				await bus.destroy();
			}
		});
	};

	busTest('commits are heard whole, in order, by every listener on both ends', async (bus) => {
		const [one, two, three] = [collector(), collector(), collector()];
		bus.here.listen(one.hear);
		bus.there.listen(two.hear);
		bus.there.listen(three.hear);
		const commits = [1, 2, 3, 4].map((version) => commit(version));
		bus.here.publish(commits.slice(0, 2));
		bus.here.publish(commits.slice(2, 3));
		bus.here.publish(commits.slice(3));
		for (const { until, heard } of [one, two, three]) {
			await until(4);
			assert.deepEqual(heard, commits);
		}
	});

	busTest('a listener that stopped hears nothing more, the others go on', async (bus) => {
		const stopped = collector();
		const staying = collector();
		const stop = bus.there.listen(stopped.hear);
		bus.there.listen(staying.hear);
		bus.here.publish([commit(1)]);
		await staying.until(1);
		stop();
		stop();
		bus.here.publish([commit(2, OTHER)]);
		await staying.until(2);
		assert.equal(stopped.heard.length, 1);
		assert.equal(staying.heard[1]?.org, OTHER);
	});

	busTest('a listener that throws harms neither the publisher nor the others', async (bus) => {
		const other = collector();
		bus.there.listen(() => {
			throw new Error('listener broke');
		});
		bus.there.listen(other.hear);
		bus.here.publish([commit(1)]);
		bus.here.publish([commit(2)]);
		await other.until(2);
	});

	busTest('publishing nothing, to nobody, or after the end is harmless', async (bus) => {
		const listener = collector();
		bus.here.publish([commit(1)]);
		const stop = bus.here.listen(listener.hear);
		bus.here.publish([]);
		bus.here.publish([commit(2)]);
		await listener.until(1);
		assert.equal(listener.heard.length, 1);
		stop();
		await bus.here.close();
		bus.here.publish([commit(3)]);
		assert.equal(listener.heard.length, 1);
	});
};
