import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { err, ok } from '@navette/core';
import type { UploadedFile } from '@navette/protocol';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { localError } from '../local-error.ts';
import { createTestTimers } from '../testing/test-timers.ts';
import { createFileSender, type FileToSend } from './file-sender.ts';
import { bytesToSource } from './file-source.ts';

const SEGMENT = 100;
const BYTES = Uint8Array.from({ length: 250 }, (_, at) => at);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');
const file = (more: Partial<FileToSend> = {}): FileToSend => ({
	...{ type: 'NOTE', key: { a: 'x', b: '1' }, source: bytesToSource(BYTES) },
	...more,
});

interface Announced {
	readonly fid: string;
	readonly size: number;
	readonly digest: string;
	readonly way: 'whole' | 'segments';
}

/** A server that keeps contents, and a network that loses the answers to some questions. */
const createWorld = () => {
	const uploads = new Map<
		string,
		{ said: Announced; parts: (Uint8Array | undefined)[]; ready: boolean }
	>();
	const asked: string[] = [];
	let lost: (question: string) => 'question' | 'answer' | undefined = () => undefined;
	const stateOf = (fid: string): UploadedFile => {
		const upload = uploads.get(fid);
		assert.ok(upload);
		const { said, parts, ready } = upload;
		const missing = parts.flatMap((part, at) => (part || ready ? [] : [at + 1]));
		const segmentBytes = said.way === 'segments' ? SEGMENT : 0;
		return { fid, size: said.size, digest: said.digest, ready, segmentBytes, missing };
	};
	const through = (question: string, work: () => unknown) => {
		asked.push(question);
		const fate = lost(question);
		if (fate === 'question') return err(localError('E-OFFLINE'));
		const answer = work();
		return fate === 'answer' ? err(localError('E-OFFLINE')) : ok(answer);
	};
	const preload = (said: Announced) => {
		const known = uploads.get(said.fid);
		if (known && known.said.digest !== said.digest) return err(localError('E-FILE-TAKEN'));
		const count = said.way === 'segments' ? Math.ceil(said.size / SEGMENT) : 1;
		if (!known) uploads.set(said.fid, { said, parts: Array(count).fill(undefined), ready: false });
		return through('preload', () => ({
			fid: said.fid,
			segmentBytes: stateOf(said.fid).segmentBytes,
		}));
	};
	const end = (fid: string) => {
		const upload = uploads.get(fid);
		assert.ok(upload);
		const whole = Buffer.concat(upload.parts.map((part) => part ?? new Uint8Array()));
		upload.ready = digestOf(whole) === upload.said.digest;
		return stateOf(fid);
	};
	const exchange = {
		async file(_schema: unknown, path: string, body: unknown) {
			if (path === 'preload') return preload(body as Announced);
			const [fid = '', what = ''] = path.split('/');
			return through(what, () => (what === 'complete' ? end(fid) : stateOf(fid)));
		},
		async bytes(_schema: unknown, path: string, part: Uint8Array) {
			const [fid = '', what = '', number = '1'] = path.split('/');
			return through(`${what} ${number}`, () => {
				const upload = uploads.get(fid);
				if (upload) upload.parts[Number(number) - 1] = part.slice();
				return what === 'content' ? end(fid) : stateOf(fid);
			});
		},
	};
	const timers = createTestTimers(createTestClock());
	const random = createSeededRandom(1);
	const deps = { exchange: exchange as never, random, timers, wholeBytes: SEGMENT };
	return {
		send: createFileSender(deps),
		uploads,
		asked,
		timers,
		lose(which: typeof lost) {
			lost = which;
		},
	};
};

/** Lets time pass until a promise settles. */
const passing = async <T>(
	world: ReturnType<typeof createWorld>,
	promise: Promise<T>,
): Promise<T> => {
	let settled = false;
	void promise.finally(() => {
		settled = true;
	});
	for (let turn = 0; turn < 500 && !settled; turn++) {
		await new Promise((resolve) => setImmediate(resolve));
		world.timers.advance(1_000);
	}
	return promise;
};

test('a short content goes in one request, a longer one in segments; each with its digest', async () => {
	const world = createWorld();
	const short = BYTES.subarray(0, 80);
	const one = await world.send(file({ source: bytesToSource(short) }));
	assert.ok(one.ok && one.value.size === 80 && one.value.digest === digestOf(short));
	assert.deepEqual(world.asked, ['preload', 'state', 'content 1']);
	world.asked.length = 0;
	const told: number[] = [];
	const two = await world.send(file({ progress: (bytes) => void told.push(bytes) }));
	assert.ok(two.ok && two.value.digest === digestOf(BYTES));
	assert.deepEqual(world.asked.slice(2), ['segment 1', 'segment 2', 'segment 3', 'complete']);
	assert.deepEqual(told, [50, 150, 250, 250]);
});

test('an empty content is one too', async () => {
	const world = createWorld();
	const done = await world.send(file({ source: bytesToSource(new Uint8Array()) }));
	assert.ok(done.ok && done.value.size === 0 && done.value.digest === digestOf(new Uint8Array()));
});

test('after a cut only what is missing is sent', async () => {
	const world = createWorld();
	let cuts = 1;
	world.lose((question) => (question === 'segment 2' && cuts-- > 0 ? 'question' : undefined));
	const done = await passing(world, world.send(file()));
	assert.ok(done.ok);
	assert.equal(world.asked.filter((question) => question === 'segment 1').length, 1);
	assert.equal(world.asked.filter((question) => question === 'segment 2').length, 2);
});

test('an answer that is lost anywhere changes nothing', async () => {
	for (const step of ['preload', 'state', 'segment 1', 'segment 3', 'complete']) {
		const world = createWorld();
		let cuts = 2;
		world.lose((question) => (question === step && cuts-- > 0 ? 'answer' : undefined));
		const done = await passing(world, world.send(file()));
		assert.ok(done.ok, step);
	}
});

test('without a server it ends after a while, and the same id goes on where it was', async () => {
	const world = createWorld();
	world.lose((question) => (question === 'segment 3' ? 'question' : undefined));
	const fid = 'A'.repeat(22);
	const cut = await passing(world, world.send(file({ fid })));
	assert.equal(!cut.ok && cut.error.code, 'E-OFFLINE');
	world.lose(() => undefined);
	world.asked.length = 0;
	const done = await world.send(file({ fid }));
	assert.ok(done.ok && done.value.fid === fid);
	assert.deepEqual(world.asked, ['preload', 'state', 'segment 3', 'complete']);
});

test('an id that was used for other bytes is refused at once', async () => {
	const world = createWorld();
	const fid = 'A'.repeat(22);
	await world.send(file({ fid }));
	const other = await world.send(file({ fid, source: bytesToSource(BYTES.toReversed()) }));
	assert.equal(!other.ok && other.error.code, 'E-FILE-TAKEN');
});

test('stopped between two segments, it sends nothing more', async () => {
	const world = createWorld();
	const stop = new AbortController();
	const sent = world.send(file({ signal: stop.signal, progress: () => stop.abort() }));
	assert.equal((await passing(world, sent)).ok, false);
	assert.deepEqual(world.asked, ['preload', 'state', 'segment 1']);
});
