import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { systemRandom } from '@navette/core';
import { engineInvariants } from '@navette/engine/conformance';
import { createMemoryDocumentStore } from '@navette/storage';
import { documentStoreConformance } from '@navette/storage/conformance';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';

/** Point 4: the storage contract and the engine's invariants, on each provider. */
const folder = mkdtempSync(path.join(tmpdir(), 'navette-engine-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

engineInvariants('4. memory', async () => createMemoryDocumentStore({ random: systemRandom }));
engineInvariants('4. SQLite', () =>
	createSqliteDocumentStore({
		path: path.join(folder, `${files++}.sqlite`),
		random: systemRandom,
	}),
);

documentStoreConformance('4. memory', async () => {
	const store = createMemoryDocumentStore({ random: systemRandom });
	return { store, destroy: () => store.close() };
});
documentStoreConformance('4. SQLite', async () => {
	const open = (file: string) => createSqliteDocumentStore({ path: file, random: systemRandom });
	const file = path.join(folder, `${files++}.sqlite`);
	let store = await open(file);
	return {
		store,
		async reopen() {
			await store.close();
			store = await open(file);
			return store;
		},
		destroy: () => store.close(),
	};
});
