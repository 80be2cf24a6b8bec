/**
 * Hocuspocus: one Y.Doc with a map of all documents, written in one transaction; its SQLite extension
 * stores the whole document some seconds after a change. Acknowledged when the provider has nothing
 * unsynced: the server has answered every update, from memory.
 */
import path from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { Server } from '@hocuspocus/server';
import { WebSocket } from 'ws';
import { Doc } from 'yjs';

const { runRole } = await import(process.env.NAVETTE_BENCH_ROLE);

const startServer = async (folder) => {
	const database = path.join(folder, 'hocuspocus.sqlite');
	const server = new Server({
		port: 0,
		address: '127.0.0.1',
		quiet: true,
		stopOnSignals: false,
		extensions: [new SQLite({ database })],
	});
	await server.listen();
	return {
		address: `ws://127.0.0.1:${server.address.port}`,
		stop: () => server.destroy(),
	};
};

const open = async (address, space) => {
	const doc = new Doc();
	const socket = new HocuspocusProviderWebsocket({ url: address, WebSocketPolyfill: WebSocket });
	const provider = new HocuspocusProvider({
		websocketProvider: socket,
		name: space,
		document: doc,
	});
	provider.attach();
	await new Promise((resolve) => {
		provider.on('synced', resolve);
	});
	const close = async () => {
		provider.destroy();
		socket.destroy();
	};
	return { doc, provider, close, map: doc.getMap('documents') };
};

const openWriter = async ({ address, space }) => {
	const { doc, provider, map, close } = await open(address, space);
	return {
		invite: null,
		async push(documents) {
			doc.transact(() => {
				for (const document of documents) map.set(document.id, document);
			});
			await new Promise((resolve) => {
				const look = () => {
					if (provider.unsyncedChanges === 0) resolve();
				};
				provider.on('unsyncedChanges', look);
				look();
			});
		},
		change: (document) => void map.set(document.id, document),
		close,
	};
};

const openReader = async ({ address, space, count, changed }) => {
	const { map, close } = await open(address, space);
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
	return { text: (id) => texts.get(id), size: () => texts.size, close };
};

runRole({ startServer, openWriter, openReader });
