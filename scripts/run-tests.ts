import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec, type TestEvent } from 'node:test/reporters';
import { createSecondTry } from './second-try.ts';

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

/** Milliseconds for what is tried a second time. */
const AGAIN = 10 * 60_000;

/**
 * Runs the phases one after the other with node's test runner, as if they were one run: one report
 * with one closing summary, then the line `N passed, N failed`. Up to three files that failed beside
 * others are run once more, alone; those that pass then are named as unsteady.
 */
export async function runTests(phases: readonly Phase[], out: Writable): Promise<Outcome> {
	const totals: Totals = new Map(SUMMARY.map((name) => [name, 0]));
	const unsteady: string[] = [];
	await pipeline(Readable.from(eventsOf(phases, totals, unsteady)), new spec(), out, {
		end: false,
	});
	const count = (name: string) => totals.get(name) ?? 0;
	const failed = count('fail') + count('cancelled');
	for (const file of unsteady) out.write(`unsteady, passed alone only: ${file}\n`);
	out.write(`${count('pass')} passed, ${failed} failed\n`);
	return {
		passed: count('pass'),
		failed,
		unproven: count('skipped') + count('todo'),
		success: failed === 0 && count('pass') > 0,
	};
}

type Totals = Map<string, number>;

async function* eventsOf(
	phases: readonly Phase[],
	totals: Totals,
	unsteady: string[],
): AsyncGenerator<TestEvent> {
	const second = createSecondTry();
	for (const phase of phases) {
		for await (const event of counted(phase, totals)) {
			const instead = phase.concurrency > 1 ? second.hold(event, phase.files) : undefined;
			yield instead ?? event;
		}
	}
	for (const file of second.refused()) yield said(`✖ failed: ${file}`);
	for (const file of second.files()) {
		const failedBefore = failures(totals);
		for (const [name, count] of second.firstOf(file)) add(totals, name, -count);
		const failedElsewhere = failures(totals);
		yield* counted({ files: [file], concurrency: 1, budget: AGAIN }, totals);
		if (failedBefore > failures(totals) && failures(totals) === failedElsewhere)
			unsteady.push(file);
	}
	for (const [name, count] of totals) yield said(`${name} ${count}`);
}

const said = (message: string): TestEvent => ({
	type: 'test:diagnostic',
	data: { nesting: 0, message, level: 'info' },
});

/** The events of a phase but the lines of its summary, which are added to the totals. */
async function* counted(phase: Phase, totals: Totals): AsyncGenerator<TestEvent> {
	const { files, concurrency, budget } = phase;
	if (files.length === 0) return;
	const signal = AbortSignal.timeout(budget);
	for await (const event of run({ files: [...files], concurrency, signal })) {
		const line = event.type === 'test:diagnostic' ? event.data : undefined;
		if (line?.nesting !== 0 || !isSummaryLine.test(line.message)) yield event;
		else {
			const [name = '', count] = line.message.split(' ');
			add(totals, name, Number(count));
		}
	}
}

const failures = (totals: Totals): number =>
	(totals.get('fail') ?? 0) + (totals.get('cancelled') ?? 0);

function add(totals: Totals, name: string, count: number): void {
	totals.set(name, (totals.get(name) ?? 0) + count);
}
