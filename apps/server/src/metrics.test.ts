import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics } from './metrics.ts';
import { listenMetrics } from './metrics-listener.ts';

const world = () =>
	createMetrics({
		organisations: async () => 3,
		sockets: () => 2,
		tasks: () => ({ pending: 4, dead: 1, oldestMs: 2_500 }),
		files: () => ({ database: 4096, log: 0 }),
	});

test('everything a server tells is measured', async () => {
	const metrics = world();
	const timed = { outcome: 'ok', milliseconds: 2 };
	metrics.hear({ kind: 'operation', org: 'north', name: 'NoteWrite', ...timed });
	metrics.hear({ kind: 'report', org: 'north', name: 'me', ...timed });
	metrics.hear({
		...{ kind: 'request', route: 'call', status: 200, milliseconds: 2 },
		...{ org: 'north', address: '203.0.113.7' },
	});
	metrics.hear({ kind: 'commit', operations: 3, work: 1, durable: 2, saved: true });
	metrics.hear({ kind: 'commit', operations: 1, work: 1, durable: 2, saved: false });
	metrics.hear({ kind: 'pull', threads: 1, documents: 7, ...timed });
	metrics.hear({ kind: 'thread', org: 'north', type: 'BOARD', sent: 5, held: 1 });
	metrics.hear({ kind: 'released', sent: 1 });
	metrics.hear({ kind: 'task', org: 'north', name: 'maintain.answers', ...timed });
	metrics.hear({ kind: 'rate', limit: 'address' });
	metrics.hear({ kind: 'greeting', org: 'north', outcome: 'E-TOKEN', address: '203.0.113.7' });
	const text = await metrics.text();
	for (const line of [
		'navette_task_seconds_count{name="maintain.answers",outcome="ok"} 1',
		'navette_tasks{state="pending"} 4',
		'navette_tasks{state="dead"} 1',
		'navette_task_late_seconds 2.5',
		'navette_operation_seconds_count{name="NoteWrite",outcome="ok"} 1',
		'navette_report_seconds_count{name="me",outcome="ok"} 1',
		'navette_request_seconds_count{route="call",status="200"} 1',
		'navette_commit_operations_sum 4',
		'navette_commit_durable_seconds_count 2',
		'navette_commit_failed_total 1',
		'navette_pull_documents_sum 7',
		'navette_notices_total{state="sent"} 5',
		'navette_notices_total{state="held"} 1',
		'navette_notices_total{state="released"} 1',
		'navette_rate_refusals_total{limit="address"} 1',
		'navette_greetings_total{outcome="E-TOKEN"} 1',
		'navette_sockets 2',
		'navette_organisations 3',
		'navette_store_bytes{file="database"} 4096',
	])
		assert.ok(text.includes(`${line}\n`), line);
	assert.match(text, /^nodejs_eventloop_lag_p99_seconds /m);
	assert.match(text, /^process_resident_memory_bytes /m);
	assert.ok(!/north|203\.0/.test(text), 'no organisation, no address');
});

test('they are read with the token only, and nothing else is there', async () => {
	const token = 'a'.repeat(40);
	const opened = await listenMetrics({ port: 0, host: '127.0.0.1', token }, world());
	assert.ok(opened.ok);
	const { url, close } = opened.value;
	const status = async (address: string, authorization?: string) => {
		const response = await fetch(address, authorization ? { headers: { authorization } } : {});
		await response.text();
		return response.status;
	};
	try {
		assert.equal(await status(url), 401);
		assert.equal(await status(url, `Bearer ${'b'.repeat(40)}`), 401);
		assert.equal(await status(url, `Bearer ${token}`), 200);
		assert.equal(await status(new URL('/', url).href, `Bearer ${token}`), 404);
	} finally {
		await close();
	}
});
