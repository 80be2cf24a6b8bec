import path from 'node:path';
import { createMemoryDocumentStore, type DocumentStore } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { createSeededRandom } from '@navette/testkit';

/** Opens the one store of a world. */
export type OpenStore = (seed: number) => Promise<DocumentStore>;

export const openMemory: OpenStore = async (seed) =>
	createMemoryDocumentStore({ random: createSeededRandom(seed) });

/** One SQLite file per world. */
export const openSqliteIn =
	(folder: string): OpenStore =>
	(seed) =>
		createSqliteDocumentStore({
			path: path.join(folder, `${seed}.sqlite`),
			random: createSeededRandom(seed),
			/* the truth is looked at while servers read, and virtual time waits for the look */
			readers: 64,
		});
