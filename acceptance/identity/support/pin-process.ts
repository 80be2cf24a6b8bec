/** Tries a wrong PIN at a directory of its own process, over a database that others use before and after. */
import { base64UrlToBytes, systemRandom } from '@navette/core';
import { envelopeKeyFromBytes, signingKeyFromSeed } from '@navette/crypto';
import { tryPin } from '@navette/directory/client';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { createDirectoryWorld } from '../../../packages/directory/src/testing/world.ts';

const [file = '', profile = '', evaluator = '', secret = '', seed = ''] = process.argv.slice(2);
const store = await createSqliteDocumentStore({ path: file, random: systemRandom });
const { deps } = await createDirectoryWorld({ store });
const device = {
	deviceSecret: await envelopeKeyFromBytes(base64UrlToBytes(secret) ?? new Uint8Array()),
	deviceKey: await signingKeyFromSeed(base64UrlToBytes(seed) ?? new Uint8Array()),
	...{ profile, evaluator, label: 'phone' },
};
const trying = await tryPin({ ...deps, random: systemRandom }, device, 'a wrong PIN');
const outcome = await trying.send();
process.stdout.write(outcome.ok ? 'opened' : outcome.error.kind);
process.kill(process.pid, 'SIGKILL');
