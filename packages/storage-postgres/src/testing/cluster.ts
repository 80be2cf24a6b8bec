import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of its own, in a folder that goes with it. */
export interface Cluster {
	/** Folder of the programs of this version: `pg_dump`, `pg_restore`… */
	readonly programs: string;
	/** Makes a new, empty database; answers its URL. */
	createDatabase(): Promise<string>;
	/** Makes a new, empty schema in the first database, which is faster; answers a URL to it. */
	createSchema(): Promise<string>;
	/** Runs SQL as the administrator, in a database given by its URL or in the first one. */
	sql(text: string, url?: string): Promise<readonly (readonly unknown[])[]>;
	/** Kills the server as a power cut would, then starts it again on the same files. */
	crash(): Promise<void>;
	stop(): Promise<void>;
}

export interface ClusterOptions {
	/** Whether the disk is waited for; only tests that kill the server need it. */
	readonly isDurable?: boolean;
	/** Further lines of `postgresql.conf`. */
	readonly settings?: readonly string[];
}

/**
 * Ends the server when its standard input ends: also when this process was killed and could not.
 */
const GUARDED = '"$0" "$@" & server=$!; cat > /dev/null; kill -QUIT $server; wait $server';

const USER = 'navette';

/** Where `npm test` sees to it that they are: what `POSTGRES_BIN` names, else Debian's newest. */
const VERSIONS = '/usr/lib/postgresql';

const programs = (): string => {
	if (process.env.POSTGRES_BIN) return process.env.POSTGRES_BIN;
	const newest = Math.max(...readdirSync(VERSIONS).map(Number).filter(Number.isInteger));
	return path.join(VERSIONS, String(newest), 'bin');
};

/** The server refuses to run as root: then its files and its process are the user `postgres`. */
const ownerOf = (): { uid?: number; gid?: number } => {
	if (process.getuid?.() !== 0) return {};
	const idOf = (flag: string) =>
		Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
	return { uid: idOf('-u'), gid: idOf('-g') };
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

const query = async (url: string, text: string): Promise<readonly (readonly unknown[])[]> => {
	const client = new Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query({ text, rowMode: 'array' })).rows;
	} finally {
		await client.end();
	}
};

const untilReady = async (url: string, server: ChildProcess): Promise<void> => {
	for (;;) {
		if (server.exitCode !== null) throw new Error('the server ended before it was ready');
		try {
			await query(url, 'SELECT 1');
			return;
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? error.code : '';
			if (code !== 'ECONNREFUSED' && code !== '57P03') throw error;
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}
};

const initialise = (bin: string, folder: string, options: ClusterOptions, port: number): void => {
	const owner = ownerOf();
	if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
	const data = path.join(folder, 'data');
	const flags = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
	const made = spawnSync(path.join(bin, 'initdb'), flags, { ...owner, encoding: 'utf8' });
	if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
	const settings = [
		`port = ${port}`,
		"listen_addresses = '127.0.0.1'",
		`unix_socket_directories = '${folder}'`,
		'max_connections = 200',
		`fsync = ${options.isDurable ? 'on' : 'off'}`,
		...(options.settings ?? []),
	];
	writeFileSync(path.join(data, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
};

/** Starts a server on a free port of the loopback. */
export const startCluster = async (options: ClusterOptions = {}): Promise<Cluster> => {
	const bin = programs();
	const folder = mkdtempSync(path.join(os.tmpdir(), 'navette-postgres-'));
	const port = await freePort();
	const urlOf = (database: string) => `postgres://${USER}@127.0.0.1:${port}/${database}`;
	initialise(bin, folder, options, port);
	let server: ChildProcess;
	const start = async (): Promise<void> => {
		const program = [path.join(bin, 'postgres'), '-D', path.join(folder, 'data')];
		server = spawn('sh', ['-c', GUARDED, ...program], {
			...ownerOf(),
			cwd: folder,
			stdio: ['pipe', 'ignore', 'ignore'],
		});
		await untilReady(urlOf('postgres'), server);
	};
	const end = async (): Promise<void> => {
		const ended = once(server, 'exit');
		server.stdin?.end();
		await ended;
	};
	await start();
	const newName = () => `n${randomBytes(6).toString('hex')}`;
	return {
		programs: bin,
		async createSchema() {
			const name = newName();
			await query(urlOf('postgres'), `CREATE SCHEMA ${name}`);
			return `${urlOf('postgres')}?options=-csearch_path%3D${name}`;
		},
		async createDatabase() {
			const name = newName();
			await query(urlOf('postgres'), `CREATE DATABASE ${name}`);
			return urlOf(name);
		},
		sql: (text, url = urlOf('postgres')) => query(url, text),
		async crash() {
			await end();
			await start();
		},
		async stop() {
			await end();
			rmSync(folder, { recursive: true, force: true });
		},
	};
};
