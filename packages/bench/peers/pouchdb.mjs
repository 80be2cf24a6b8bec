/**
 * PouchDB with express-pouchdb: a CouchDB protocol server on LevelDB, clients with in-memory databases,
 * replication in batches of 1,000. Acknowledged when the replication has completed: the server answered
 * `_bulk_docs`. LevelDB writes are not synced to the disk one by one.
 */
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const express = require('express');
const expressPouchDB = require('express-pouchdb');
const PouchDB = require('pouchdb');
PouchDB.plugin(require('pouchdb-adapter-memory'));

EventEmitter.defaultMaxListeners = 0;
const { runRole } = await import(process.env.NAVETTE_BENCH_ROLE);

const BATCH = { batch_size: 1_000, batches_limit: 4 };

const startServer = async (folder) => {
	process.chdir(folder);
	const Kept = PouchDB.defaults({ prefix: `${folder}${path.sep}` });
	const app = express();
	app.use(
		'/',
		expressPouchDB(Kept, { mode: 'minimumForPouchDB', logPath: path.join(folder, 'log') }),
	);
	const http = await new Promise((resolve) => {
		const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
	});
	return {
		address: `http://127.0.0.1:${http.address().port}`,
		async stop() {
			http.closeAllConnections();
			http.close();
		},
	};
};

let count = 0;
const openLocal = () => {
	count++;
	return new PouchDB(`local-${process.pid}-${count}`, { adapter: 'memory' });
};

const openWriter = async ({ address, space }) => {
	const remote = new PouchDB(`${address}/${space}`);
	await remote.info();
	const local = openLocal();
	const revisions = new Map();
	let live;
	return {
		invite: null,
		async push(documents) {
			const written = await local.bulkDocs(documents.map(({ id, text }) => ({ _id: id, text })));
			for (const { id, rev } of written) revisions.set(id, rev);
			await local.replicate.to(remote, BATCH);
			live = local.replicate.to(remote, { live: true, retry: true });
		},
		async change({ id, text }) {
			const { rev } = await local.put({ _id: id, _rev: revisions.get(id), text });
			revisions.set(id, rev);
		},
		async close() {
			live?.cancel();
			await local.close();
		},
	};
};

const openReader = async ({ address, space, count: expected, changed }) => {
	const remote = new PouchDB(`${address}/${space}`);
	const local = openLocal();
	await local.replicate.from(remote, BATCH);
	const { rows } = await local.allDocs({ include_docs: true });
	const texts = new Map(rows.map(({ id, doc }) => [id, doc.text]));
	if (texts.size < expected) throw new Error(`${texts.size} documents after the replication`);
	const live = local.replicate.from(remote, { live: true, retry: true });
	const changes = local.changes({ since: 'now', live: true, include_docs: true });
	changes.on('change', ({ id, doc }) => {
		texts.set(id, doc.text);
		if (id === 'd00000') changed(doc.text);
	});
	return {
		text: (id) => texts.get(id),
		size: () => texts.size,
		async close() {
			changes.cancel();
			live.cancel();
			await local.close();
		},
	};
};

runRole({ startServer, openWriter, openReader });
