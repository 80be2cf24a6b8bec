import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec, type TestEvent } from 'node:test/reporters';

/** Files that run together. */
export type Phase = {
	readonly files: readonly string[];
	/** how many files at a time */
	readonly concurrency: number;
	/**
	 * milliseconds for the whole phase; then what still runs is stopped and counted as failed, so that
	 * a file that leaves a timer or a socket open ends with its name in the report
	 */
	readonly budget: number;
};

export type Outcome = {
	readonly passed: number;
	readonly failed: number;
	/** skipped and todo: tests that proved nothing */
	readonly unproven: number;
	readonly success: boolean;
};

const SUMMARY = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo', 'duration_ms'];
const isSummaryLine = new RegExp(`^(${SUMMARY.join('|')}) [0-9.]+$`);

/**
 * Runs the phases one after the other with node's test runner, as if they were one run: one report
 * with one closing summary, then the line `N passed, N failed`.
 */
export async function runTests(phases: readonly Phase[], out: Writable): Promise<Outcome> {
	const totals = new Map(SUMMARY.map((name) => [name, 0]));
	const state = { success: true };
	const events = Readable.from(eventsOf(phases, totals, state));
	await pipeline(events, new spec(), out, { end: false });
	const count = (name: string) => totals.get(name) ?? 0;
	const failed = count('fail') + count('cancelled');
	const ran = count('pass') + failed > 0;
	out.write(`${count('pass')} passed, ${failed} failed\n`);
	return {
		passed: count('pass'),
		failed,
		unproven: count('skipped') + count('todo'),
		success: state.success && failed === 0 && ran,
	};
}

async function* eventsOf(
	phases: readonly Phase[],
	totals: Map<string, number>,
	state: { success: boolean },
): AsyncGenerator<TestEvent> {
	for (const { files, concurrency, budget } of phases) {
		if (files.length === 0) continue;
		const signal = AbortSignal.timeout(budget);
		for await (const event of run({ files: [...files], concurrency, signal })) {
			if (event.type === 'test:summary' && event.data.file === undefined) {
				state.success &&= event.data.success;
			}
			const line = event.type === 'test:diagnostic' ? event.data : undefined;
			if (line?.nesting === 0 && isSummaryLine.test(line.message)) add(totals, line.message);
			else yield event;
		}
	}
	for (const [name, count] of totals) {
		const data = { nesting: 0, message: `${name} ${count}`, level: 'info' as const };
		yield { type: 'test:diagnostic', data };
	}
}

function add(totals: Map<string, number>, line: string): void {
	const [name = '', count] = line.split(' ');
	totals.set(name, (totals.get(name) ?? 0) + Number(count));
}
