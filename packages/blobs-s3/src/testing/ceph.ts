import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cephConfiguration } from './ceph-configuration.ts';

const run = promisify(execFile);
const PATIENCE = 90_000;

/** A real S3 server (Ceph RADOS Gateway) of one's own, in memory. */
export interface Ceph {
	readonly endpoint: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
};

/** Waits until something answers, or the process that should has ended. */
const answers = async (endpoint: string, gateway: ChildProcess, log: string): Promise<void> => {
	const deadline = Date.now() + PATIENCE;
	for (;;) {
		const alive = await fetch(endpoint).then(
			() => true,
			() => false,
		);
		if (alive) return;
		if (gateway.exitCode !== null || Date.now() > deadline)
			throw new Error(`the gateway did not start\n${await readFile(log, 'utf8')}`);
		await wait(100);
	}
};

/** Starts a cluster of one node, about 12 s; needs Debian's ceph-mon, ceph-osd, ceph-common, radosgw. */
export const startCeph = async (): Promise<Ceph> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'navette-ceph-'));
	for (const name of ['run', 'log', 'mon', 'osd']) await mkdir(path.join(folder, name));
	const [monitor, monitorOld, gateway] = [await freePort(), await freePort(), await freePort()];
	const configuration = path.join(folder, 'ceph.conf');
	const fsid = randomUUID();
	await writeFile(configuration, cephConfiguration(folder, fsid, { monitor, monitorOld, gateway }));
	const { CEPH_BIN, PATH = '' } = process.env;
	const search = CEPH_BIN ? CEPH_BIN + path.delimiter + PATH : PATH;
	const env = { ...process.env, PATH: search, CEPH_CONF: configuration };
	const children: ChildProcess[] = [];
	const killAll = () => {
		for (const child of children) child.kill('SIGKILL');
	};
	process.once('exit', killAll);
	const start = (program: string, ...given: string[]): ChildProcess => {
		const child = spawn(program, [...given, '-c', configuration, '-f'], { env, stdio: 'ignore' });
		children.push(child);
		return child;
	};
	const tool = (program: string, ...given: string[]) => run(program, given, { cwd: folder, env });
	const stop = async () => {
		const ended = children.map(
			(child) => child.exitCode ?? child.signalCode ?? once(child, 'exit'),
		);
		killAll();
		await Promise.all(ended);
		process.off('exit', killAll);
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const addresses = `[v2:127.0.0.1:${monitor},v1:127.0.0.1:${monitorOld}]`;
		await tool('monmaptool', '--create', '--addv', 'a', addresses, '--fsid', fsid, 'monmap');
		await tool('ceph-mon', '-i', 'a', '--mkfs', '--monmap', 'monmap', '-c', configuration);
		start('ceph-mon', '-i', 'a');
		const osd = randomUUID();
		await tool('ceph', '--connect-timeout', '60', 'osd', 'new', osd);
		await tool('ceph-osd', '-i', '0', '--mkfs', '-c', configuration, '--osd-uuid', osd);
		await tool('ceph', 'osd', 'crush', 'add', 'osd.0', '1.0', 'root=default', 'host=localhost');
		start('ceph-osd', '-i', '0');
		const [accessKeyId, secretAccessKey] = ['TESTKEY', 'TESTSECRET'];
		const keys = [`--access-key=${accessKeyId}`, `--secret-key=${secretAccessKey}`];
		await tool('radosgw-admin', 'user', 'create', '--uid=t', '--display-name=t', ...keys);
		const endpoint = `http://127.0.0.1:${gateway}`;
		const log = path.join(folder, 'log', 'client.rgw.a.log');
		await answers(endpoint, start('radosgw', '-n', 'client.rgw.a'), log);
		return { endpoint, accessKeyId, secretAccessKey, stop };
	} catch (error) {
		await stop();
		throw error;
	}
};
