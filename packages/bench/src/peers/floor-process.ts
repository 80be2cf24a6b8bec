import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { decodeCbor, encodeCbor } from '@navette/codec';
import WebSocket, { WebSocketServer } from 'ws';
import type { Doc, Peer } from './peer.ts';
import { runRole } from './run-role.ts';

/**
 * What cannot be done without: one SQLite file, rows sealed one by one, one message for a batch. No
 * rights, no operations, no threads, no retry: what a framework adds is seen beside it.
 */
type Row = readonly [id: string, sealed: Uint8Array];
interface Message {
	readonly kind: 'push' | 'pushed' | 'read' | 'rows';
	readonly space?: string;
	readonly rows?: readonly Row[];
}

const PAGE = 500;

const decode = (data: Buffer): Message => {
	const decoded = decodeCbor(new Uint8Array(data));
	if (!decoded.ok) throw new Error(decoded.error);
	return decoded.value as Message;
};

const openTable = (folder: string) => {
	const database = new DatabaseSync(path.join(folder, 'floor.sqlite'));
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
	database.exec('CREATE TABLE row (space TEXT, id TEXT, data BLOB, PRIMARY KEY (space, id))');
	const put = database.prepare('INSERT OR REPLACE INTO row VALUES (?, ?, ?)');
	const all = database.prepare('SELECT id, data FROM row WHERE space = ?', { returnArrays: true });
	return {
		put(space: string, rows: readonly Row[]) {
			database.exec('BEGIN');
			for (const [id, data] of rows) put.run(space, id, data);
			database.exec('COMMIT');
		},
		all: (space: string) => all.all(space) as unknown as readonly Row[],
		close: () => database.close(),
	};
};

const startServer: Peer['startServer'] = async (folder) => {
	const table = openTable(folder);
	const http = createServer();
	const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
	sockets.on('connection', (socket) => {
		socket.on('message', (data: Buffer) => {
			const { kind, space = '', rows = [] } = decode(data);
			if (kind === 'read') {
				const found = table.all(space);
				for (let from = 0; from < found.length; from += PAGE)
					socket.send(encodeCbor({ kind: 'rows', space, rows: found.slice(from, from + PAGE) }));
				return;
			}
			table.put(space, rows);
			socket.send(encodeCbor({ kind: 'pushed' }));
			if (rows.length > 1) return;
			const told = encodeCbor({ kind: 'rows', space, rows });
			for (const other of sockets.clients) if (other !== socket) other.send(told);
		});
	});
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	return {
		address: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
		async stop() {
			for (const socket of sockets.clients) socket.terminate();
			http.close();
			table.close();
		},
	};
};

const createSealer = (secret: string) => {
	const key = createSecretKey(Buffer.from(secret, 'hex'));
	return {
		seal({ id, text }: Doc): Row {
			const nonce = randomBytes(12);
			const cipher = createCipheriv('aes-256-gcm', key, nonce);
			cipher.setAAD(Buffer.from(id));
			const sealed = [cipher.update(JSON.stringify({ id, text })), cipher.final()];
			return [id, Buffer.concat([nonce, cipher.getAuthTag(), ...sealed])];
		},
		open([id, bytes]: Row): Doc {
			const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
			decipher.setAAD(Buffer.from(id));
			decipher.setAuthTag(bytes.subarray(12, 28));
			const text = [decipher.update(bytes.subarray(28)), decipher.final()];
			return JSON.parse(Buffer.concat(text).toString());
		},
	};
};

const connect = async (address: unknown): Promise<WebSocket> => {
	const socket = new WebSocket(String(address), { perMessageDeflate: false });
	await new Promise((resolve) => socket.once('open', resolve));
	return socket;
};

const openWriter: Peer['openWriter'] = async ({ address, space }) => {
	const socket = await connect(address);
	const secret = randomBytes(32).toString('hex');
	const { seal } = createSealer(secret);
	const put = (documents: readonly Doc[]): void =>
		socket.send(encodeCbor({ kind: 'push', space, rows: documents.map(seal) }));
	return {
		invite: secret,
		async push(documents) {
			let left = Math.ceil(documents.length / PAGE);
			const done = new Promise<void>((resolve) => {
				socket.on('message', () => {
					left--;
					if (left === 0) resolve();
				});
			});
			for (let from = 0; from < documents.length; from += PAGE) {
				put(documents.slice(from, from + PAGE));
				await new Promise(setImmediate);
			}
			await done;
		},
		async change(document) {
			put([document]);
		},
		close: async () => socket.terminate(),
	};
};

const openReader: Peer['openReader'] = async ({ address, space, invite, count, changed }) => {
	const socket = await connect(address);
	const { open } = createSealer(String(invite));
	const texts = new Map<string, string>();
	await new Promise<void>((resolve) => {
		socket.on('message', (data: Buffer) => {
			const message = decode(data);
			if (message.space !== space) return;
			for (const row of message.rows ?? []) {
				const { id, text } = open(row);
				const isNew = texts.has(id) && texts.get(id) !== text;
				texts.set(id, text);
				if (isNew) changed(text);
			}
			if (texts.size >= count) resolve();
		});
		socket.send(encodeCbor({ kind: 'read', space }));
	});
	return {
		text: (id) => texts.get(id),
		size: () => texts.size,
		close: async () => socket.terminate(),
	};
};

runRole({ startServer, openWriter, openReader });
