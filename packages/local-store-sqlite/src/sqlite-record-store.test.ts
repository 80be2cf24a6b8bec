import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkLocalStore } from '@navette/local-store/conformance';
import { createSqliteRecordStore } from './sqlite-record-store.ts';

checkLocalStore('sqlite', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-records-'));
	return {
		open: async () => createSqliteRecordStore(path.join(folder, 'device.sqlite')),
		remove: async () => rmSync(folder, { recursive: true, force: true }),
	};
});
