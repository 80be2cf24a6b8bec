import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeBusConformance } from '../conformance/index.ts';
import { createMemoryNoticeBus } from './memory-notice-bus.ts';

noticeBusConformance('memory', async () => {
	const bus = createMemoryNoticeBus();
	return { here: bus, there: bus, destroy: () => bus.close() };
});

const commit = { org: 'acme', threads: [], rightsMoved: true };

test('listeners have heard when publishing returns', () => {
	const bus = createMemoryNoticeBus();
	let heard = 0;
	bus.listen((commits) => {
		heard += commits.length;
	});
	bus.publish([commit, commit]);
	assert.equal(heard, 2);
});

test('a listener that throws is written to the log', () => {
	const events: string[] = [];
	const log = { info() {}, warn() {}, error: (event: string) => events.push(event) };
	const bus = createMemoryNoticeBus({ log });
	bus.listen(() => {
		throw new Error('broke');
	});
	bus.publish([commit]);
	assert.deepEqual(events, ['notice-listener-failed']);
});

test('one function may listen twice, and each stop ends one', () => {
	const bus = createMemoryNoticeBus();
	let heard = 0;
	const hear = () => {
		heard++;
	};
	const stop = bus.listen(hear);
	bus.listen(hear);
	bus.publish([commit]);
	stop();
	bus.publish([commit]);
	assert.equal(heard, 3);
});

test('a listener that stops another while hearing does not disturb the round', () => {
	const bus = createMemoryNoticeBus();
	const heard: string[] = [];
	bus.listen(() => {
		heard.push('first');
		stop();
	});
	const stop = bus.listen(() => heard.push('second'));
	bus.publish([commit]);
	bus.publish([commit]);
	assert.deepEqual(heard, ['first', 'second', 'first']);
});
