/**
 * Evolu: a table of documents, rows encrypted by the client; its own relay on SQLite (better-sqlite3, as
 * the relay sets it up). Workers run in the process of the client, as on React Native; the device's
 * database is in memory. Acknowledged once the relay's table holds the rows, looked at in its process.
 */
import { createServer } from 'node:http';
import {
	createBroadcastChannel,
	createConsole,
	createIdFromString,
	createMessageChannel,
	createMessagePort,
	createSharedWorker,
	createWebSocket,
	createWorker,
	id,
	Name,
	NonEmptyString1000,
	testCreateLockManager,
} from '@evolu/common';
import {
	AppName,
	createAppOwner,
	createEvolu,
	createEvoluDeps,
	createOwnerWebSocketTransport,
	createQueryBuilder,
	initSharedWorker,
	OwnerSecret,
	startDbWorker,
} from '@evolu/common/local-first';
import { createBetterSqliteDriver, createRelayDeps, createRun, startRelay } from '@evolu/nodejs';

const { runRole } = await import(process.env.NAVETTE_BENCH_ROLE);

const freePort = () =>
	new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});

const startServer = async (folder) => {
	process.chdir(folder);
	const port = await freePort();
	let driver;
	const deps = {
		...createRelayDeps(),
		createSqliteDriver: (name, options) => {
			const task = createBetterSqliteDriver(name, options);
			return async (run) => {
				const made = await task(run);
				if (made.ok) driver = made.value;
				return made;
			};
		},
		console: createConsole({ level: 'silent' }),
	};
	const run = createRun(deps);
	const relay = await run.orThrow(
		startRelay({ port, name: Name.orThrow('relay'), isOwnerWithinQuota: () => true }),
	);
	const status = createServer((_, response) => {
		const { rows } = driver.exec({
			sql: 'select count(*) as n from evolu_message',
			parameters: [],
		});
		response.end(String(rows[0].n));
	});
	await new Promise((resolve) => status.listen(0, '127.0.0.1', resolve));
	return {
		address: {
			relay: `ws://127.0.0.1:${port}`,
			status: `http://127.0.0.1:${status.address().port}`,
		},
		async stop() {
			status.closeAllConnections();
			status.close();
			await relay[Symbol.asyncDispose]?.();
		},
	};
};

const DocumentId = id('Document');
const schema = { document: { id: DocumentId, name: NonEmptyString1000, text: NonEmptyString1000 } };
const createQuery = createQueryBuilder(schema);
const all = createQuery((db) => db.selectFrom('document').select(['id', 'name', 'text']));

const quiet = { get: () => null, subscribe: () => () => undefined };

/** One device: everything of it in this process, its database in memory. */
const openDevice = async (address, secret) => {
	const owner = createAppOwner(OwnerSecret.orThrow(Uint8Array.from(secret)));
	const console = createConsole({ level: 'silent' });
	const lockManager = testCreateLockManager();
	const run = createRun({
		console,
		consoleStoreOutputEntry: quiet,
		createBroadcastChannel,
		createMessageChannel,
		createMessagePort,
		createWebSocket,
		createSqliteDriver: createBetterSqliteDriver,
		lockManager,
	});
	const sharedWorker = createSharedWorker((self) => void run(initSharedWorker(self)));
	const createDbWorker = () => createWorker((self) => void run(startDbWorker(self)));
	const platform = {
		console,
		createBroadcastChannel,
		createDbWorker,
		createMessageChannel,
		lockManager,
		reloadApp: () => undefined,
		sharedWorker,
	};
	const deps = createEvoluDeps(platform);
	const transport = createOwnerWebSocketTransport({ url: address.relay, ownerId: owner.id });
	const evolu = await run.orThrow(
		createEvolu(schema, {
			appName: AppName.orThrow('bench'),
			appOwner: owner,
			transports: [transport],
			memoryOnly: true,
		}),
		deps,
	);
	await evolu.loadQuery(all);
	return evolu;
};

const idOf = (name) => createIdFromString(name);

/** Rows the relay holds; a poll whose connection was just closed is asked again. */
const held = async (address) => {
	for (let tries = 0; ; tries++)
		try {
			const headers = { connection: 'close' };
			return Number(await (await fetch(address.status, { headers })).text());
		} catch (error) {
			if (tries > 20) throw error;
		}
};

const openWriter = async ({ address }) => {
	const secret = [...crypto.getRandomValues(new Uint8Array(32))];
	const evolu = await openDevice(address, secret);
	const upsert = ({ id: name, text }) => evolu.upsert('document', { id: idOf(name), name, text });
	return {
		invite: secret,
		async push(documents) {
			const before = await held(address);
			for (const document of documents) upsert(document);
			while ((await held(address)) < before + documents.length)
				await new Promise((resolve) => setTimeout(resolve, 2));
		},
		change: (document) => void upsert(document),
		close: async () => evolu[Symbol.asyncDispose](),
	};
};

const openReader = async ({ address, invite, count, changed }) => {
	const evolu = await openDevice(address, invite);
	const texts = new Map();
	await new Promise((resolve) => {
		const look = () => {
			const rows = evolu.getQueryRows(all);
			const before = texts.get('d00000');
			for (const { name, text } of rows) texts.set(name, text);
			if (texts.size >= count) resolve();
			const after = texts.get('d00000');
			if (before !== undefined && before !== after) changed(after);
		};
		evolu.subscribeQuery(all)(look);
		look();
	});
	return { text: (name) => texts.get(name), size: () => texts.size, close: async () => undefined };
};

runRole({ startServer, openWriter, openReader });
