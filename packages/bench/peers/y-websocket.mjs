/**
 * y-websocket: one Y.Doc with a map of all documents, written in one transaction. Its server keeps
 * documents in memory only (0.1.5 has no store of its own). Acknowledged once the server has answered a
 * sync step sent after the changes.
 */
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { WebSocket, WebSocketServer } from 'ws';
import { writeSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';

const { runRole } = await import(process.env.NAVETTE_BENCH_ROLE);

const startServer = async () => {
	const http = createServer();
	const sockets = new WebSocketServer({ server: http });
	sockets.on('connection', setupWSConnection);
	await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
	return {
		address: `ws://127.0.0.1:${http.address().port}`,
		async stop() {
			for (const socket of sockets.clients) socket.terminate();
			http.close();
		},
	};
};

const open = async (address, space) => {
	const doc = new Doc();
	const provider = new WebsocketProvider(address, space, doc, {
		WebSocketPolyfill: WebSocket,
		disableBc: true,
	});
	await new Promise((resolve) => provider.once('sync', resolve));
	return { doc, provider, map: doc.getMap('documents') };
};

/** Asks the server what it holds; its answer comes after what was sent before is in its document. */
const roundTrip = ({ doc, provider }) =>
	new Promise((resolve) => {
		const usual = provider.messageHandlers[0];
		provider.messageHandlers[0] = (encoder, decoder, ...rest) => {
			const kind = decoder.arr[decoder.pos];
			usual(encoder, decoder, ...rest);
			if (kind !== 1) return;
			provider.messageHandlers[0] = usual;
			resolve();
		};
		const encoder = createEncoder();
		writeVarUint(encoder, 0);
		writeSyncStep1(encoder, doc);
		provider.ws.send(toUint8Array(encoder));
	});

const openWriter = async ({ address, space }) => {
	const opened = await open(address, space);
	return {
		invite: null,
		async push(documents) {
			opened.doc.transact(() => {
				for (const document of documents) opened.map.set(document.id, document);
			});
			await roundTrip(opened);
		},
		change: (document) => void opened.map.set(document.id, document),
		close: async () => opened.provider.destroy(),
	};
};

const openReader = async ({ address, space, count, changed }) => {
	const { map, provider } = await open(address, space);
	const texts = new Map();
	await new Promise((resolve) => {
		const look = () => {
			if (map.size >= count) resolve();
		};
		map.observe(look);
		look();
	});
	for (const [id, document] of map.entries()) texts.set(id, document.text);
	map.observe((event) => {
		for (const id of event.keysChanged) texts.set(id, map.get(id).text);
		if (event.keysChanged.has('d00000')) changed(texts.get('d00000'));
	});
	return {
		text: (id) => texts.get(id),
		size: () => texts.size,
		close: async () => provider.destroy(),
	};
};

runRole({ startServer, openWriter, openReader });
