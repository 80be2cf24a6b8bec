/**
 * A process of its own that writes to hot threads: each transaction reads a counter before it locks,
 * then writes the counter and a new document to `T/hot` and to one of three others, half of the
 * processes asking for them in the other order. Prints the version of each transaction once its
 * promise has resolved, then how many conflicts there were. Ends after `count`, or at the first fault
 * of the store, with the exit code 3.
 */
import type { KeyText } from '@navette/model';
import { StorageFault } from '@navette/storage';
import { createPostgresDocumentStore } from '../postgres-document-store.ts';
import { countingOptions, countOf, countToData, lockSample, ORG, sampleRow } from './sample.ts';

const [url = '', name = '', count = 'Infinity'] = process.argv.slice(2);
const { events, options } = countingOptions();
const store = await createPostgresDocumentStore({ ...options, url, writers: 2, readers: 1 });

const hammer = (done: number): Promise<number> =>
	store.transaction(async (transaction) => {
		const writer = transaction.in(ORG);
		const counter = await writer.document('COUNT', 'counter' as KeyText);
		const paths = ['T/hot', `T/${(done + Number(name)) % 3}`];
		const threads = await lockSample(writer, Number(name) % 2 === 0 ? paths : paths.reverse());
		const version = Math.max(...threads.map((thread) => thread.version)) + 1;
		const handles = threads.map((thread) => thread.handle);
		const row = { ...sampleRow('counter', version), type: 'COUNT' };
		const data = countToData(countOf(counter) + 1);
		await writer.putDocument({ ...row, data }, counter, []);
		await writer.putDocument(sampleRow(`${name}.${done}`, version), undefined, handles);
		for (const { handle, versions } of threads)
			await writer.putThread(handle, { version, versions: { ...versions, NOTE: version } });
		return version;
	});

let next = 0;
const lane = async (): Promise<void> => {
	while (next < Number(count)) process.stdout.write(`${await hammer(next++)}\n`);
};
await Promise.all([lane(), lane()]).catch((error) => {
	if (!(error instanceof StorageFault)) throw error;
	process.exit(3);
});
const conflicts = events.filter((event) => event === 'postgres-conflict').length;
process.stdout.write(`conflicts ${conflicts}\n`);
await store.close();
