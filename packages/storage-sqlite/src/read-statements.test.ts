import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { READS } from './read-statements.ts';
import { migrate } from './schema.ts';
import { DELETED, OLD_ANSWERS, THREADS_OF_DELETED } from './write-statements.ts';

const database = new DatabaseSync(':memory:');
migrate(database);
after(() => database.close());

const planOf = (sql: string): string[] => {
	const parameters = Array.from({ length: sql.split('?').length - 1 }, () => null);
	const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
	return rows.map((row) => String(row.detail));
};

const all = { ...READS, deleted: DELETED, threadsOfDeleted: THREADS_OF_DELETED, old: OLD_ANSWERS };

for (const [name, sql] of Object.entries(all))
	test(`${name} follows an index, scans no table and sorts nothing`, () => {
		for (const line of planOf(sql))
			assert.doesNotMatch(line, /^SCAN|TEMP B-TREE/, planOf(sql).join('\n'));
	});

test('changes of a thread are a range of its index, whatever it holds', () => {
	const [first] = planOf(READS.changes);
	assert.match(
		first ?? '',
		/SEARCH l USING PRIMARY KEY \(thread=\? AND version>\? AND version<\?\)/,
	);
});

test('tombstones of a thread are found by the index of what is deleted', () => {
	assert.match(planOf(DELETED).join(), /USING COVERING INDEX link_deleted \(thread=\? AND del>/);
	assert.match(planOf(THREADS_OF_DELETED).join(), /USING INDEX link_of_deleted/);
});
