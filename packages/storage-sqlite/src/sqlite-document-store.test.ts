import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentStoreConformance } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';

const random = createSeededRandom(1);

documentStoreConformance('sqlite', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'navette-sqlite-'));
	const open = () => createSqliteDocumentStore({ path: join(folder, 'store.db'), random });
	const store = await open();
	let current = store;
	return {
		store,
		async reopen() {
			await current.close();
			current = await open();
			return current;
		},
		async destroy() {
			await current.close();
			await rm(folder, { recursive: true });
		},
	};
});
