import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';

/** The official emulator of Firestore, in memory. */
export interface Emulator {
	/** `host:port`. */
	readonly address: string;
	stop(): Promise<void>;
}

const PROGRAM = path.join('platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');

const MAIN = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

/** Where packages of Debian put the tools of Google Cloud. */
const SDK = '/usr/lib/google-cloud-sdk';

/** Path of the emulator: what `FIRESTORE_EMULATOR_JAR` names, else that of the tools; if there. */
const findProgram = (): string | undefined => {
	const { FIRESTORE_EMULATOR_JAR: named, CLOUDSDK_ROOT_DIR: root = SDK } = process.env;
	const program = named ?? path.join(root, PROGRAM);
	return existsSync(program) ? program : undefined;
};

/** How often, and how many times, it is asked whether it listens: 30 s. */
const PAUSE_MS = 50;
const MOST_TRIES = 600;

const findJava = (): string | undefined => {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.map((folder) => path.join(folder, 'java')).find((file) => existsSync(file));
};

const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
};

const isListening = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});

/**
 * Ends the emulator when its standard input ends: also when this process was killed and could not.
 */
const GUARDED = '"$0" "$@" & server=$!; cat > /dev/null; kill -KILL $server; wait $server';

/** Starts the emulator on a free port of the loopback; `undefined` when it, or Java, is absent. */
export const startEmulator = async (): Promise<Emulator | undefined> => {
	const [program, java] = [findProgram(), findJava()];
	if (program === undefined || java === undefined) return undefined;
	const port = await freePort();
	const flags = ['-Xmx512m', '-Duser.language=en', '-cp', program, MAIN];
	const place = ['--host=127.0.0.1', `--port=${port}`];
	const server = spawn('sh', ['-c', GUARDED, java, ...flags, ...place], {
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	const stop = async (): Promise<void> => {
		const ended = once(server, 'exit');
		server.stdin.end();
		await ended;
	};
	for (let tries = 0; !(await isListening(port)); tries++) {
		if (tries === MOST_TRIES) {
			await stop();
			throw new Error('the emulator was found and does not start');
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
	return { address: `127.0.0.1:${port}`, stop };
};
