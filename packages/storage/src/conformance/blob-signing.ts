import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { SignedRequest } from '../blob-store.ts';
import {
	assertAbsent,
	type BlobTest,
	pathOf,
	putSample,
	readAll,
	sampleBytes,
} from './blob-fixture.ts';

const send = async (
	request: SignedRequest | undefined,
	bytes?: Uint8Array,
	url = request?.url ?? '',
): Promise<Response> => {
	assert.ok(request, 'no request was signed');
	return fetch(url, {
		method: request.method,
		headers: request.headers,
		...(bytes ? { body: Buffer.from(bytes) } : {}),
	});
};

const announced = (bytes: Uint8Array) => ({
	size: bytes.length,
	digest: createHash('sha256').update(bytes).digest('hex'),
});

const PLAIN = { type: 'text/plain', disposition: "attachment; filename*=UTF-8''a.txt" };

/** Addresses that lead straight to the store, for those that have them. */
export const blobSigningConformance = (test: BlobTest): void => {
	test('a signed request writes its content, once', async (store) => {
		if (!store.sign) return;
		const bytes = sampleBytes(100_000);
		const request = await store.sign.put(pathOf('a'), announced(bytes), 60);
		assert.ok((await send(request, bytes)).ok);
		assert.ok(Buffer.from(bytes).equals((await readAll(store, pathOf('a'))) ?? Buffer.alloc(0)));
		assert.equal((await send(request, bytes)).ok, false);
	});

	test('a signed request writes nothing but what was announced', async (store) => {
		if (!store.sign) return;
		const bytes = sampleBytes(1_000);
		const request = await store.sign.put(pathOf('a'), announced(bytes), 60);
		assert.equal((await send(request, sampleBytes(1_001))).ok, false);
		assert.equal((await send(request, sampleBytes(1_000, 2))).ok, false);
		const elsewhere = request?.url.replace(pathOf('a'), pathOf('b'));
		assert.equal((await send(request, bytes, elsewhere)).ok, false);
		for (const fid of ['a', 'b']) await assertAbsent(store, pathOf(fid));
	});

	test('a signed address reads its content, as presented, with ranges', async (store) => {
		if (!store.sign) return;
		const bytes = await putSample(store, pathOf('a'), 1_000);
		await putSample(store, pathOf('b'), 1_000);
		const request = await store.sign.get(pathOf('a'), PLAIN, 60);
		const whole = await send(request);
		assert.deepEqual(Buffer.from(await whole.arrayBuffer()), Buffer.from(bytes));
		assert.equal(whole.headers.get('content-type'), PLAIN.type);
		assert.equal(whole.headers.get('content-disposition'), PLAIN.disposition);
		const part = await fetch(request?.url ?? '', { headers: { range: 'bytes=10-19' } });
		assert.deepEqual(Buffer.from(await part.arrayBuffer()), Buffer.from(bytes.subarray(10, 20)));
		const other = request?.url.replace(pathOf('a'), pathOf('b'));
		assert.equal((await send(request, undefined, other)).status, 403);
		assert.equal((await fetch(request?.url ?? '', { method: 'DELETE' })).status, 403);
	});

	test('a signed request ends with its time', async (store, { late }) => {
		if (!store.sign || !late) return;
		await putSample(store, pathOf('a'));
		const past = late(120).sign;
		assert.ok(past);
		assert.equal((await send(await past.get(pathOf('a'), PLAIN, 60))).status, 403);
		assert.equal((await send(await past.get(pathOf('a'), PLAIN, 600))).status, 200);
		const bytes = sampleBytes(10);
		const request = await past.put(pathOf('b'), announced(bytes), 60);
		assert.equal((await send(request, bytes)).status, 403);
		await assertAbsent(store, pathOf('b'));
	});
};
