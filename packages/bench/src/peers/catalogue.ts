import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What is told of a peer beside its figures. */
export interface PeerFacts {
	readonly name: string;
	readonly label: string;
	/** The package whose version is shown; absent for Navette itself. */
	readonly shown?: string;
	readonly isSealed: boolean;
	/** Our own, with nothing around it: no bar is held against it, and nothing is installed for it. */
	readonly isBaseline?: boolean;
	/** What is true of a write once it is acknowledged. */
	readonly durability: 'on the disk' | 'written, not synced' | 'in memory';
	/** Code whose bundle is the size of the client package. */
	readonly client?: string;
}

/** Folder of the peers' own code and of their versions. */
export const PEERS = path.resolve(import.meta.dirname, '../../peers');

/** Versions of a peer, exact. */
export interface Versions {
	readonly dependencies: Readonly<Record<string, string>>;
	readonly overrides?: Readonly<Record<string, string>>;
}

/** What is installed for each peer. */
export const readVersions = (): Readonly<Record<string, Versions>> =>
	JSON.parse(readFileSync(path.join(PEERS, 'versions.json'), 'utf8'));

export const NAVETTE: PeerFacts = {
	name: 'navette',
	label: 'Navette, sealed',
	isSealed: true,
	durability: 'on the disk',
	client: [
		"export { createSession } from '@navette/client';",
		"export { envelopeKeyFromBytes, openEnvelopes, sealSeries } from '@navette/crypto';",
		"export { createLocalStore, createMemoryLocalStore } from '@navette/local-store';",
		"export { createCatalogue } from '@navette/model';",
	].join('\n'),
};

/** Who Navette is measured beside, each in the same run. */
export const OTHERS: readonly PeerFacts[] = [
	{
		name: 'floor',
		label: 'bare floor: sealed rows, no rights',
		isSealed: true,
		isBaseline: true,
		durability: 'on the disk',
	},
	{
		name: 'jazz',
		label: 'Jazz classic',
		shown: 'cojson',
		isSealed: true,
		durability: 'on the disk',
		client: [
			"export { LocalNode } from 'cojson';",
			"export { WasmCrypto } from 'cojson/crypto/WasmCrypto';",
			"export { WebSocketPeerWithReconnection } from 'cojson-transport-ws';",
		].join('\n'),
	},
	{
		name: 'evolu',
		label: 'Evolu',
		shown: '@evolu/common',
		isSealed: true,
		durability: 'on the disk',
		client:
			"export * from '@evolu/common'; export { createEvolu, initSharedWorker, startDbWorker } from '@evolu/common/local-first';",
	},
	{
		name: 'pouchdb',
		label: 'PouchDB, express-pouchdb',
		shown: 'pouchdb',
		isSealed: false,
		durability: 'written, not synced',
		client: "export { default } from 'pouchdb';",
	},
	{
		name: 'hocuspocus',
		label: 'Hocuspocus, one document',
		shown: '@hocuspocus/server',
		isSealed: false,
		durability: 'in memory',
		client: "export { HocuspocusProvider } from '@hocuspocus/provider'; export { Doc } from 'yjs';",
	},
	{
		name: 'y-websocket',
		label: 'y-websocket, one document',
		shown: 'y-websocket',
		isSealed: false,
		durability: 'in memory',
		client: "export { WebsocketProvider } from 'y-websocket'; export { Doc } from 'yjs';",
	},
	{
		name: 'rxdb',
		label: 'RxDB, memory',
		shown: 'rxdb',
		isSealed: false,
		durability: 'in memory',
		client: [
			"export { createRxDatabase } from 'rxdb';",
			"export { getRxStorageMemory } from 'rxdb/plugins/storage-memory';",
			"export { replicateWithWebsocketServer } from 'rxdb/plugins/replication-websocket';",
		].join('\n'),
	},
];
