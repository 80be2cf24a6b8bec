/**
 * Run by the crash tests as a process of its own: commits transaction after transaction in the file
 * given, and writes the number of each on its output once its promise has resolved. Ends after
 * `count` when given, else goes on until it is killed.
 */
import { systemRandom } from '@navette/core';
import type { KeyText } from '@navette/model';
import { createSqliteDocumentStore } from '../sqlite-document-store.ts';
import { ORG, sampleRow, writeSample } from './sample.ts';

const [path = '', count = 'Infinity'] = process.argv.slice(2);
const store = await createSqliteDocumentStore({ path, random: systemRandom });

for (let done = 0; done < Number(count); done++) {
	const number = await store.transaction(async (transaction) => {
		const writer = transaction.in(ORG);
		const counter = await writer.document('NOTE', 'counter' as KeyText);
		const version = (counter?.version ?? 0) + 1;
		await writeSample(writer, sampleRow('counter', version), ['T/all']);
		await writeSample(writer, sampleRow(`a${version}`, version, 3_000), ['T/all', 'T/a']);
		await writeSample(writer, sampleRow(`b${version}`, version, 3_000), ['T/all', 'T/b']);
		return version;
	});
	process.stdout.write(`${number}\n`);
}
await store.close();
