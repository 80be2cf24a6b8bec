import { existsSync } from 'node:fs';
import path from 'node:path';

/** What runs the official emulator of Firestore. */
export interface EmulatorProgram {
	readonly java: string;
	readonly jar: string;
}

const JAR = path.join('platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');

/** Where packages of Debian put the tools of Google Cloud. */
const SDK = '/usr/lib/google-cloud-sdk';

/**
 * The emulator that `FIRESTORE_EMULATOR_JAR` names, else that of the tools of Google Cloud, with the
 * first `java` of `PATH`; `undefined` when either is not there.
 */
export const findEmulator = (
	environment: Readonly<Record<string, string | undefined>>,
): EmulatorProgram | undefined => {
	const { FIRESTORE_EMULATOR_JAR: named, CLOUDSDK_ROOT_DIR: root = SDK, PATH = '' } = environment;
	const jar = named ?? path.join(root, JAR);
	const java = PATH.split(path.delimiter)
		.map((folder) => path.join(folder, 'java'))
		.find((file) => existsSync(file));
	return java !== undefined && existsSync(jar) ? { java, jar } : undefined;
};
