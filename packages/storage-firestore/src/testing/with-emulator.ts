import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { type Emulator, startEmulator } from './emulator.ts';
import { findEmulator } from './find-emulator.ts';

const ABSENT = 'Firestore: the emulator was not found; its conformance was not run here';

const proveDetection = (): void => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-firestore-'));
	try {
		const place = path.join(folder, 'platform', 'cloud-firestore-emulator');
		mkdirSync(place, { recursive: true });
		const jar = path.join(place, 'cloud-firestore-emulator.jar');
		const environment = { CLOUDSDK_ROOT_DIR: folder, PATH: `/nowhere${path.delimiter}${folder}` };
		assert.equal(findEmulator(environment), undefined, 'neither is there');
		writeFileSync(jar, '');
		assert.equal(findEmulator(environment), undefined, 'Java is not there');
		const java = path.join(folder, 'java');
		writeFileSync(java, '');
		assert.deepEqual(findEmulator(environment), { java, jar });
		assert.equal(findEmulator({ ...environment, FIRESTORE_EMULATOR_JAR: `${jar}s` }), undefined);
	} finally {
		rmSync(folder, { recursive: true });
	}
};

/**
 * Declares what needs the emulator, which ends with the tests of the file. Where it is not found, one
 * line of output says so. `name` tells who looked.
 */
export const withEmulator = async (
	name: string,
	declare: (emulator: Emulator) => void,
): Promise<void> => {
	test(`${name}: the emulator is found where it is, and only there`, proveDetection);
	const program = findEmulator(process.env);
	if (!program) {
		process.stdout.write(`${ABSENT}\n`);
		return;
	}
	const emulator = await startEmulator(program);
	after(() => emulator.stop());
	declare(emulator);
};
