import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

/** Point 5: each rule of tasks and organisations is broken in its turn, and a test notices. */
const ROOT = path.join(import.meta.dirname, '../..');
const MUTATE = path.join(import.meta.dirname, 'support/mutate-hook.ts');

interface Mutant {
	readonly rule: string;
	readonly file: string;
	readonly before: string;
	readonly after: string;
	readonly tests: string;
}

const TASKS = 'packages/engine/src/tasks/invariants.test.ts';
const RUNNER = 'packages/server/src/tasks/task-runner.test.ts';
const QUOTAS = 'packages/engine/src/quotas/quotas.test.ts';
const UPKEEP = 'packages/server/src/administration/upkeep.test.ts';

const MUTANTS: readonly Mutant[] = [
	{
		rule: 'what somebody else took over is not noted by the first',
		file: 'engine/src/tasks/tasks.ts',
		before: "if (task?.lease?.by !== by) return err(failure('E-TASK-LOST'));",
		after: "if (!task) return err(failure('E-TASK-LOST'));",
		tests: TASKS,
	},
	{
		rule: 'a task that is held, or not due, is not begun',
		file: 'engine/src/tasks/task-changes.ts',
		before: 'task.dead === undefined && task.due <= machineNow',
		after: 'task.dead === undefined',
		tests: TASKS,
	},
	{
		rule: 'a lease that was lost is not renewed',
		file: 'engine/src/tasks/tasks.ts',
		before: 'if (task?.lease?.by !== by) return ok(false);',
		after: 'if (!task) return ok(false);',
		tests: TASKS,
	},
	{
		rule: 'what is done leaves nothing to do',
		file: 'engine/src/tasks/task-changes.ts',
		before: 'if (end.next === undefined) return undefined;',
		after: '',
		tests: TASKS,
	},
	{
		rule: 'a holder gives signs of life',
		file: 'server/src/tasks/do-task.ts',
		before: 'deps.timers.every(leaseMs / 3',
		after: 'deps.timers.every(leaseMs * 300',
		tests: RUNNER,
	},
	{
		rule: 'nothing is begun in an organisation that is not open',
		file: 'engine/src/tasks/tasks.ts',
		before: 'if (!scene.isOpen || !task || ',
		after: 'if (!task || ',
		tests: TASKS,
	},
	{
		rule: 'nothing is written in a frozen organisation',
		file: 'engine/src/run.ts',
		before: "if (isFrozen && !whenFrozen) return err(failure('E-FROZEN'));",
		after: '',
		tests: UPKEEP,
	},
	{
		rule: 'what grows over a limit is refused',
		file: 'engine/src/quotas/usage.ts',
		before: 'if (isOver && usage.isCounted)',
		after: 'if (false)',
		tests: QUOTAS,
	},
	{
		rule: 'a content is counted as it is announced',
		file: 'engine/src/files/preload.ts',
		before: '{ ...NOTHING, fileBytes: size }',
		after: 'NOTHING',
		tests: QUOTAS,
	},
	{
		rule: 'a content that is given up is room again',
		file: 'engine/src/quotas/charge.ts',
		before: 'fileBytes: -bytes',
		after: 'fileBytes: 0',
		tests: QUOTAS,
	},
	{
		rule: 'operations of a minute are counted',
		file: 'engine/src/quotas/usage.ts',
		before: 'operations > limit',
		after: 'operations > limit + 1',
		tests: QUOTAS,
	},
];

const runTests = ({
	file,
	before,
	after,
	tests,
}: Mutant): Promise<{ code: number | null; out: string }> =>
	new Promise((resolve) => {
		const words = ['--import', MUTATE, '--test', '--test-isolation=none', ...tests.split(' ')];
		const child = spawn(process.execPath, words, {
			cwd: ROOT,
			env: {
				...process.env,
				NODE_TEST_CONTEXT: '',
				NAVETTE_MUTANT: JSON.stringify([file, before, after]),
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let out = '';
		child.stdout.on('data', (part) => {
			out += String(part);
		});
		child.stderr.on('data', (part) => {
			out += String(part);
		});
		child.once('close', (code) => resolve({ code, out }));
	});

for (const mutant of MUTANTS)
	test(`5. noticed when broken: ${mutant.rule}`, { timeout: 180_000 }, async () => {
		const { code, out } = await runTests(mutant);
		assert.ok(!out.includes('does not find its place'), out);
		assert.notEqual(code, 0, 'it survived');
		assert.match(out, /^(✖|not ok)/m, 'a test failed, not the run');
	});

test('5. nothing is noticed when nothing is broken', { timeout: 180_000 }, async () => {
	const same = { rule: '', file: 'engine/src/tasks/tasks.ts', before: 'E-TASK', after: 'E-TASK' };
	const { code, out } = await runTests({
		...same,
		tests: `${TASKS} ${RUNNER} ${QUOTAS} ${UPKEEP}`,
	});
	assert.equal(code, 0, out);
});
