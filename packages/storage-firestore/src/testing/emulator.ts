import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { EmulatorProgram } from './find-emulator.ts';

/** The official emulator of Firestore, in memory. */
export interface Emulator {
	/** `host:port`. */
	readonly address: string;
	stop(): Promise<void>;
}

const MAIN = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

/** How often, and how many times, it is asked whether it listens: 30 s. */
const PAUSE_MS = 50;
const MOST_TRIES = 600;

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

/** Starts the emulator on a free port of the loopback. */
export const startEmulator = async ({ java, jar }: EmulatorProgram): Promise<Emulator> => {
	const port = await freePort();
	const flags = ['-Xmx512m', '-Duser.language=en', '-cp', jar, MAIN];
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
