/**
 * RxDB (free): a collection on each side in memory storage, its own WebSocket replication. Nothing is
 * written to a disk. Acknowledged when the replication says that it is in sync.
 */
import { createRxDatabase } from 'rxdb';
import {
	replicateWithWebsocketServer,
	startWebsocketServer,
} from 'rxdb/plugins/replication-websocket';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { WebSocket } from 'ws';

const { runRole } = await import(process.env.NAVETTE_BENCH_ROLE);

const schema = {
	version: 0,
	primaryKey: 'id',
	type: 'object',
	properties: { id: { type: 'string', maxLength: 100 }, text: { type: 'string' } },
	required: ['id', 'text'],
};

let databases = 0;

const createCollection = async (space) => {
	databases++;
	const database = await createRxDatabase({
		name: `bench${process.pid}n${databases}`,
		storage: getRxStorageMemory(),
		multiInstance: false,
	});
	const added = await database.addCollections({ [space]: { schema } });
	return { database, collection: added[space] };
};

const startServer = async () => {
	const { database } = await createCollection('main');
	await database.addCollections({ warm: { schema }, fan: { schema } });
	const port = 30_000 + Math.floor(Math.random() * 20_000);
	const { server, close } = await startWebsocketServer({
		database,
		port,
		host: '127.0.0.1',
		path: '/socket',
	});
	if (!server.address()) await new Promise((resolve) => server.once('listening', resolve));
	return { address: `ws://127.0.0.1:${port}/socket`, stop: () => close() };
};

const open = async (address, space) => {
	const { database, collection } = await createCollection(space);
	const replication = await replicateWithWebsocketServer({
		collection,
		url: address,
		replicationIdentifier: `bench-${databases}`,
		batchSize: 1_000,
		live: true,
	});
	return { database, collection, replication };
};

const openWriter = async ({ address, space }) => {
	const { database, collection, replication } = await open(address, space);
	await replication.awaitInitialReplication();
	return {
		invite: null,
		async push(documents) {
			await collection.bulkInsert(documents.map((document) => ({ ...document })));
			await replication.awaitInSync();
		},
		change: (document) => collection.upsert({ ...document }),
		close: () => database.close(),
	};
};

/** The free edition admits 16 collections a process: 200 clients are plain sockets that speak its protocol. */
const openSocket = async ({ address, space, changed }) => {
	const socket = new WebSocket(address);
	await new Promise((resolve) => socket.once('open', resolve));
	const texts = new Map();
	socket.on('message', (data) => {
		const { result } = JSON.parse(data.toString());
		for (const { id, text } of result?.documents ?? []) {
			texts.set(id, text);
			changed(text);
		}
	});
	const request = { id: 'changes', collection: space, method: 'masterChangeStream$', params: [] };
	socket.send(JSON.stringify(request));
	return { text: (id) => texts.get(id), size: () => texts.size, close: async () => socket.close() };
};

const openReader = async (wanted) => {
	const { address, space, count, changed } = wanted;
	if (space === 'fan') return openSocket(wanted);
	const { database, collection, replication } = await open(address, space);
	await replication.awaitInitialReplication();
	const texts = new Map();
	const found = await collection.find().exec();
	for (const { id, text } of found) texts.set(id, text);
	if (texts.size < count) throw new Error(`${texts.size} documents after the initial replication`);
	collection.$.subscribe(({ documentData }) => {
		texts.set(documentData.id, documentData.text);
		if (documentData.id === 'd00000') changed(documentData.text);
	});
	return { text: (id) => texts.get(id), size: () => texts.size, close: () => database.close() };
};

runRole({ startServer, openWriter, openReader });
