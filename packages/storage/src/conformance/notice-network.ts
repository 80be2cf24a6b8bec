import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitNotice } from '../notice-bus.ts';
import { freshReference, ORG, row } from './fixture.ts';
import { collector, type OpenedBus } from './notice-bus.ts';

/** Two servers' ends of one bus, each with its own connection. */
export interface OpenedNetworkBus extends OpenedBus {
	/** Cuts the connections of both ends; resolves when both could have noticed. */
	readonly interrupt: () => Promise<void>;
}

/** Opens a new bus between two servers. */
export type OpenNetworkBus = () => Promise<OpenedNetworkBus>;

const commit = (version: number, path = 'T/1', documents?: boolean): CommitNotice => {
	const change = { path, reference: freshReference(), from: version - 1, version, types: ['NOTE'] };
	const carried = documents ? { ...change, documents: [row({ id: 'a', version })] } : change;
	return { org: ORG, rightsMoved: false, threads: [carried] };
};

const versionsOf = (heard: readonly CommitNotice[]): (number | undefined)[] =>
	heard.map((each) => each.threads[0]?.version);

/** Declares a test of what a bus between several servers owes besides. */
export const noticeNetworkConformance = (name: string, open: OpenNetworkBus): void => {
	const busTest = (title: string, work: (bus: OpenedNetworkBus) => Promise<void>): void => {
		test(`${name}: ${title}`, async () => {
			const bus = await open();
			try {
				await work(bus);
			} finally {
				await bus.destroy();
			}
		});
	};

	busTest('own commits are heard at once with their documents, others without', async (bus) => {
		const [here, there] = [collector(), collector()];
		bus.here.listen(here.hear);
		bus.there.listen(there.hear);
		bus.here.publish([commit(1, 'T/1', true)]);
		assert.equal(here.heard[0]?.threads[0]?.documents?.length, 1);
		await there.until(1);
		assert.equal(there.heard[0]?.threads[0]?.documents, undefined);
		assert.equal(there.heard[0]?.threads[0]?.reference, here.heard[0]?.threads[0]?.reference);
	});

	busTest('nobody hears a commit twice, its own server included', async (bus) => {
		const [here, there] = [collector(), collector()];
		bus.here.listen(here.hear);
		bus.there.listen(there.hear);
		bus.here.publish([commit(1)]);
		await there.until(1);
		// What comes back from the other end comes after what an echo would bring.
		bus.there.publish([commit(2)]);
		await here.until(2);
		bus.here.publish([commit(3)]);
		await there.until(3);
		assert.deepEqual(versionsOf(here.heard), [1, 2, 3]);
		assert.deepEqual(versionsOf(there.heard), [1, 2, 3]);
	});

	busTest('many commits at once, and a large one, arrive whole and in order', async (bus) => {
		const there = collector();
		bus.there.listen(there.hear);
		const many = Array.from({ length: 1_000 }, (_, at) => commit(at + 1, `T/${'œ'.repeat(40)}`));
		const threads = Array.from({ length: 300 }, (_, at) => commit(at + 1, `U/${at}`)).flatMap(
			(each) => each.threads,
		);
		bus.here.publish(many);
		bus.here.publish([{ org: ORG, rightsMoved: true, threads }]);
		await there.until(1_000);
		while (there.heard.flatMap((each) => each.threads).length < 1_300)
			await there.until(there.heard.length + 1);
		assert.deepEqual(there.heard.slice(0, 1_000), many);
		const rest = there.heard.slice(1_000);
		assert.deepEqual(
			rest.flatMap((each) => each.threads),
			threads,
		);
		assert.ok(rest.every((each) => each.rightsMoved));
	});

	busTest('after a cut, commits are heard again, by listeners who did nothing', async (bus) => {
		const [here, there] = [collector(), collector()];
		bus.here.listen(here.hear);
		bus.there.listen(there.hear);
		await bus.interrupt();
		bus.here.publish([commit(1)]);
		assert.equal(here.heard.length, 1, 'its own are heard without the network');
		for (let version = 2; there.heard.length === 0; version++) {
			bus.here.publish([commit(version)]);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		for (let version = 1; here.heard.every((each) => each.threads[0]?.path !== 'T/2'); version++) {
			bus.there.publish([commit(version, 'T/2')]);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	});

	busTest('a cut raises a doubt on both ends, once it is over', async (bus) => {
		const [here, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		bus.here.doubt(here.resolve);
		bus.there.doubt(there.resolve);
		await bus.interrupt();
		await Promise.all([here.promise, there.promise]);
	});
};
