import type { Config } from '@navette/app-server/config';
import { checkMailServer } from '@navette/app-server/mail';
import type { DocumentsConfig } from '@navette/app-server/provider-config';
import { openFiles, openNotices } from '@navette/app-server/providers';
import { silentLog, systemTimers } from '@navette/core';
import { blobPathOf } from '@navette/storage';
import { inspectPostgres, type PostgresInspection } from '@navette/storage-postgres';
import type { Terminal } from '../terminal.ts';
import type { Check } from './checks.ts';

/** Something that stands elsewhere: looked at, and let go. */
const look = async (
	name: string,
	todo: string,
	work: () => Promise<string>,
): Promise<readonly Check[]> => {
	try {
		return [{ name, state: 'ok', found: await work() }];
	} catch (error) {
		const found = error instanceof Error ? error.message : String(error);
		return [{ name, state: 'bad', found: found.split('\n')[0] ?? found, todo }];
	}
};

/** What was found of a database; what keeps a server from using it is thrown. */
const describe = ({ schema, known, epoch, encoding }: PostgresInspection): string => {
	if (encoding !== 'UTF8') throw new Error(`the database is in ${encoding}, it must be in UTF8`);
	if (schema > known) throw new Error(`schema ${schema}; this version knows ${known}`);
	if (epoch === undefined) return 'reached, empty: the first server fills it';
	const next = schema < known ? `; brought to ${known} at the next start` : '';
	return `reached, epoch ${epoch}, schema ${schema}${next}`;
};

type FirestoreConfig = Extract<DocumentsConfig, { readonly store: 'firestore' }>;

/** Id of a content that is never there. */
const NOTHING = 'AAAAAAAAAAAAAAAAAAAAAA';

const checkFirestore = ({ emulator, ...place }: FirestoreConfig): Promise<readonly Check[]> => {
	const todo =
		emulator === undefined
			? 'Check NAVETTE_FIRESTORE_PROJECT and NAVETTE_FIRESTORE_DATABASE (Native mode), and the credentials of this machine.'
			: 'Check FIRESTORE_EMULATOR_HOST, and that the emulator runs.';
	return look('Firestore', todo, async () => {
		const { inspectFirestore } = await import('@navette/storage-firestore');
		const epoch = await inspectFirestore({ ...place, emulator, timers: systemTimers });
		const state = epoch === undefined ? 'empty: the first server fills it' : `epoch ${epoch}`;
		const kind = emulator === undefined ? '' : `; an emulator, at ${emulator}: all is in memory`;
		return `reached, ${state}${kind}`;
	});
};

const checkDocuments = (documents: DocumentsConfig): Promise<readonly Check[]> | readonly [] => {
	if (documents.store === 'sqlite') return [];
	if (documents.store === 'firestore') return checkFirestore(documents);
	return look('PostgreSQL', 'Check NAVETTE_DATABASE_URL, and that the server runs.', async () =>
		describe(await inspectPostgres(documents.url)),
	);
};

/** What a site shares with other servers: whether it can be reached, with these names and secrets. */
export const checkProviders = async (
	{ clock, random }: Terminal,
	{ data, mail, providers }: Config,
): Promise<readonly Check[]> => {
	const deps = { clock, random, timers: systemTimers, log: silentLog, beside: true };
	const { documents, files, notices } = providers;
	const all = await Promise.all([
		checkDocuments(documents),
		mail
			? look('mail', 'Check NAVETTE_MAIL_SERVER, and that it takes TLS.', async () => {
					await checkMailServer(mail);
					return `reached; mails are from ${mail.from}`;
				})
			: [],
		files.store === 'folder'
			? []
			: look('store of files', 'Check the NAVETTE_S3_… settings.', async () => {
					const store = await openFiles(files, data, deps);
					const found = await store.stat(blobPathOf('none', 'doctor', NOTHING));
					await store.close();
					return found === undefined ? `bucket ${files.bucket} answers` : 'a content of nobody';
				}),
		notices.bus === 'memory'
			? []
			: look(`notices (${notices.bus})`, 'Check where they go, and that it runs.', async () => {
					const bus = await openNotices(notices, deps);
					await bus.close();
					return 'reached';
				}),
	]);
	return all.flat();
};
