/**
 * Jazz classic: one CoMap per document in a group, an index CoMap that names them. The sync server is
 * its own (`LocalNode` with SQLite storage, as `jazz-run sync` puts it together), WAL and
 * `synchronous=FULL`. Acknowledged once the server has said that it holds every CoValue.
 */
import { createServer } from 'node:http';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getSqliteStorage, LocalNode } from 'cojson';
import { NapiCrypto } from 'cojson/crypto/NapiCrypto';
import { createWebSocketPeer } from 'cojson-transport-ws';
import { WebSocket, WebSocketServer } from 'ws';

const { runRole } = await import(process.env.NAVETTE_BENCH_ROLE);

const openDriver = (file) => {
	const database = new DatabaseSync(file);
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
	const statements = new Map();
	const prepare = (sql) => {
		const known = statements.get(sql) ?? database.prepare(sql);
		statements.set(sql, known);
		return known;
	};
	return {
		run: (sql, params) => void prepare(sql).run(...params),
		get: (sql, params) => prepare(sql).get(...params),
		query: (sql, params) => prepare(sql).all(...params),
		transaction(work) {
			database.exec('BEGIN');
			try {
				work();
				database.exec('COMMIT');
			} catch (error) {
				database.exec('ROLLBACK');
				throw error;
			}
		},
		getMigrationVersion: () => Number(prepare('PRAGMA user_version').get().user_version),
		saveMigrationVersion: (version) => database.exec(`PRAGMA user_version = ${version}`),
		closeDb: () => database.close(),
	};
};

const startServer = async (folder) => {
	const crypto = await NapiCrypto.create();
	const secret = crypto.newRandomAgentSecret();
	const session = crypto.newRandomSessionID(crypto.getAgentID(secret));
	const node = new LocalNode(secret, session, crypto);
	node.setStorage(getSqliteStorage(openDriver(path.join(folder, 'jazz.sqlite'))));
	const http = createServer();
	const sockets = new WebSocketServer({ server: http });
	let count = 0;
	sockets.on('connection', (websocket) => {
		count++;
		const peer = createWebSocketPeer({
			id: `client-${count}`,
			role: 'client',
			websocket,
			expectPings: false,
			batchingByDefault: false,
			deletePeerStateOnClose: true,
		});
		node.syncManager.addPeer(peer);
		websocket.on('error', () => websocket.terminate());
	});
	await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
	return {
		address: `ws://127.0.0.1:${http.address().port}`,
		async stop() {
			for (const socket of sockets.clients) socket.terminate();
			http.close();
			await node.gracefulShutdown();
		},
	};
};

const connect = async (address) => {
	const websocket = new WebSocket(address);
	await new Promise((resolve, reject) => {
		websocket.once('open', resolve);
		websocket.once('error', reject);
	});
	return createWebSocketPeer({ id: 'server', role: 'server', websocket, expectPings: false });
};

const openWriter = async ({ address }) => {
	const crypto = await NapiCrypto.create();
	const peer = await connect(address);
	const { node, accountID, accountSecret } = await LocalNode.withNewlyCreatedAccount({
		creationProps: { name: 'bench' },
		crypto,
		peers: [peer],
	});
	const group = node.createGroup();
	const index = group.createMap();
	const maps = new Map();
	await node.syncManager.waitForAllCoValuesSync();
	return {
		invite: { accountID, accountSecret, index: index.id },
		async push(documents) {
			for (const document of documents) {
				const map = group.createMap({ ...document });
				maps.set(document.id, map);
			}
			index.assign(Object.fromEntries([...maps].map(([id, map]) => [id, map.id])));
			await node.syncManager.waitForAllCoValuesSync(170_000);
		},
		change: ({ id, text }) => void maps.get(id).set('text', text),
		close: () => node.gracefulShutdown(),
	};
};

const openReader = async ({ address, invite, count, changed }) => {
	const crypto = await NapiCrypto.create();
	const peer = await connect(address);
	const node = await LocalNode.withLoadedAccount({
		accountID: invite.accountID,
		accountSecret: invite.accountSecret,
		sessionID: crypto.newRandomSessionID(invite.accountID),
		crypto,
		peers: [peer],
	});
	const texts = new Map();
	const load = async (id) => {
		for (;;) {
			const found = await node.load(id);
			if (found !== 'unavailable') return found;
		}
	};
	const index = await load(invite.index);
	const ids = await new Promise((resolve) => {
		const stop = index.subscribe((map) => {
			const keys = map.keys();
			if (keys.length < count) return;
			resolve(keys.map((key) => map.get(key)));
			queueMicrotask(() => stop());
		});
	});
	const maps = await Promise.all(ids.map(load));
	for (const map of maps) texts.set(map.get('id'), map.get('text'));
	const first = maps.find((map) => map.get('id') === 'd00000');
	first?.subscribe((map) => {
		const text = map.get('text');
		if (texts.get('d00000') === text) return;
		texts.set('d00000', text);
		changed(text);
	});
	return {
		text: (id) => texts.get(id),
		size: () => texts.size,
		close: () => node.gracefulShutdown(),
	};
};

runRole({ startServer, openWriter, openReader });
