import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { systemRandom } from '@navette/core';
import { engineInvariants } from '@navette/engine/conformance';
import { createMemoryDocumentStore } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';

/** Point 4: the invariants, on each provider, with the real engine. */
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
