import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A NATS server of its own. */
export interface NatsServer {
	readonly url: string;
	/** Kills the server, then starts it again at the same place. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** Ends the server when its standard input ends: also when this process was killed and could not. */
const GUARDED = '"$0" "$@" & server=$!; cat > /dev/null; kill -KILL $server; wait $server';

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

/** Starts a server on a free port of the loopback. */
export const startNatsServer = async (): Promise<NatsServer> => {
	const program = process.env.NATS_SERVER_PATH || 'nats-server';
	const env = { ...process.env, PATH: `${process.env.PATH}:/usr/local/sbin:/usr/sbin` };
	const port = await freePort();
	let server: ChildProcess;
	const start = async (): Promise<void> => {
		const parameters = [program, '-a', '127.0.0.1', '-p', String(port)];
		server = spawn('sh', ['-c', GUARDED, ...parameters], {
			env,
			stdio: ['pipe', 'ignore', 'ignore'],
		});
		while (!(await isListening(port))) {
			if (server.exitCode !== null) throw new Error('the server ended before it was ready');
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	};
	const stop = async (): Promise<void> => {
		const ended = once(server, 'exit');
		server.stdin?.end();
		await ended;
	};
	await start();
	return {
		url: `nats://127.0.0.1:${port}`,
		async restart() {
			await stop();
			await start();
		},
		stop,
	};
};
