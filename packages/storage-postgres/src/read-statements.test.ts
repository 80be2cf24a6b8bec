import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createLine } from './connection.ts';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { READS } from './read-statements.ts';
import { startCluster } from './testing/cluster.ts';
import { countingOptions, ORG, sampleRow, writeSample } from './testing/sample.ts';
import { WRITES } from './write-statements.ts';

const cluster = await startCluster();
const url = await cluster.createDatabase();
const store = await createPostgresDocumentStore({ ...countingOptions().options, url });
await store.transaction((t) => writeSample(t.in(ORG), sampleRow('a', 1), ['T/1']));
const line = createLine(url);
const session = await line.session();
after(async () => {
	await line.close();
	await store.close();
	await cluster.stop();
});

/** The one plan that every execution of a statement follows. */
const planOf = async ({ name, text }: { name: string; text: string }): Promise<string> => {
	const count = new Set(text.match(/\$\d+/g)).size;
	await session.execute(`PREPARE "plan ${name}" AS ${text}`);
	const nulls = Array.from({ length: count }, () => 'NULL').join(', ');
	const explain = `EXPLAIN EXECUTE "plan ${name}"${count > 0 ? `(${nulls})` : ''}`;
	const { rows } = await session.run({ name: `explain ${name}`, text: explain });
	return (rows as readonly (readonly [string])[]).map(([row]) => row).join('\n');
};

/** Lists all organisations, which are few. */
const FREE = new Set(['organisations']);

for (const statement of [...Object.values(READS), ...Object.values(WRITES)])
	test(`${statement.name} follows an index, scans no table and sorts none`, async () => {
		if (FREE.has(statement.name)) return;
		const plan = await planOf(statement);
		assert.doesNotMatch(plan, /Seq Scan|Bitmap|Hash Join|Merge/, plan);
		assert.doesNotMatch(plan, /^\s*(->)?\s*(Incremental )?Sort/m, plan);
	});

test('changes of a thread are a range of its index, whatever it holds', async () => {
	const plan = await planOf({ ...READS.changes, name: 'changes again' });
	assert.match(plan, /Index Scan using link_pkey on link l/);
	assert.match(
		plan,
		/Index Cond: \(\(thread = \$\d+\) AND \(version > \$3\) AND \(version <= \$4\)\)/,
	);
});

test('names of statements are unique', () => {
	const names = [...Object.values(READS), ...Object.values(WRITES)].map(({ name }) => name);
	assert.equal(new Set(names).size, names.length);
});
