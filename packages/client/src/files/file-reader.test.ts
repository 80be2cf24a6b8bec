import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { err, ok } from '@navette/core';
import { localError } from '../local-error.ts';
import { createFileReader } from './file-reader.ts';

const BYTES = Uint8Array.of(1, 2, 3);
const asked = { type: 'NOTE', id: 'x.1', fid: 'A'.repeat(22) };
const digest = createHash('sha256').update(BYTES).digest('base64url');
const codeOf = async (read: ReturnType<ReturnType<typeof createFileReader>>) => {
	const answer = await read;
	return answer.ok ? answer.value : answer.error.code;
};

test('a content is believed when it is what its document says', async () => {
	const read = createFileReader({
		content: async (file) => ok(file.fid === asked.fid ? BYTES : BYTES.slice(1)),
	});
	assert.deepEqual(await codeOf(read({ ...asked, digest })), BYTES);
	assert.equal(await codeOf(read({ ...asked, fid: 'B'.repeat(22), digest })), 'E-DEFECT');
});

test('what the server refuses is said', async () => {
	const read = createFileReader({ content: async () => err(localError('E-OFFLINE')) });
	assert.equal(await codeOf(read({ ...asked, digest })), 'E-OFFLINE');
});
