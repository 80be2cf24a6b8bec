import { err, ok, type Result, systemTimers } from '@navette/core';
import { SITE, type TaskRecord } from '@navette/engine';
import { createTaskRunner, type TaskRunner } from '@navette/server';
import { columns, type Outcome } from '../outcome.ts';
import { createProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { type OpenedSite, withSite } from '../with-site.ts';

/** Tasks listed for each organisation. */
const MOST = 1_000;

const instant = (ms: number | undefined): string | null =>
	ms === undefined ? null : new Date(ms).toISOString();

const stateOf = ({ dead, lease, recurring }: TaskRecord): string =>
	dead !== undefined ? 'given up' : lease ? 'running' : recurring ? 'daily' : 'waiting';

const toJson = (org: string, task: TaskRecord) => ({
	org,
	id: task.id,
	name: task.name,
	state: stateOf(task),
	next: task.dead === undefined ? instant(task.due) : null,
	attempts: task.attempts,
	recorded: instant(task.recorded),
	lastBegun: instant(task.lastBegun),
	lastDone: instant(task.lastDone),
	lastError: task.lastError?.code ?? null,
});

type Shown = ReturnType<typeof toJson>;

const short = (text: string | null): string => text?.slice(0, 16).replace('T', ' ') ?? '–';

const shownRow = ({ org, id, name, state, next, attempts, lastDone, lastError }: Shown) => [
	...[org, id, name, state, short(next), String(attempts), short(lastDone), lastError ?? '–'],
];

/** Organisations whose tasks are meant, and the site. */
const placesOf = async (
	{ engine }: OpenedSite,
	only: string | undefined,
): Promise<Result<readonly string[], string>> => {
	const all = [SITE, ...(await engine.organisations())];
	if (only === undefined) return ok(all);
	return all.includes(only)
		? ok([only])
		: err(`There is no organisation "${only}". "navette org list" shows them.`);
};

const TITLES = ['org', 'id', 'task', 'state', 'next (UTC)', 'tries', 'last done', 'last error'];

/** `navette task list`: of one organisation, or of all and of the site itself. */
export const listTasks = (
	terminal: Terminal,
	only: string | undefined,
	deadOnly: boolean,
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const { engine } = site;
		const found = await placesOf(site, only);
		if (!found.ok) return found;
		const orgs = found.value;
		const all: Shown[] = [];
		for (const org of orgs)
			for (const task of await engine.tasks.list(org, MOST))
				if (!deadOnly || task.dead !== undefined) all.push(toJson(org, task));
		const lines = all.length > 0 ? columns([TITLES, ...all.map(shownRow)]) : ['No task.'];
		return ok({ json: all, lines });
	});

/** `navette task retry`: due at once, for the next server or `run-due`. */
export const retryTask = (terminal: Terminal, org: string, id: string): Promise<Outcome> =>
	withSite(terminal, async ({ engine, sentence }) => {
		const done = await engine.tasks.retry(org, id);
		if (!done.ok) return err(sentence(done.error));
		const line = 'The task is due now: a server does it, or "navette task run-due".';
		return ok({ json: { org, id, due: true }, lines: [line] });
	});

/** `navette task drop` */
export const dropTask = (terminal: Terminal, org: string, id: string): Promise<Outcome> =>
	withSite(terminal, async ({ engine, sentence }) => {
		const done = await engine.tasks.drop(org, id);
		if (!done.ok) return err(sentence(done.error));
		return ok({ json: { org, id, dropped: true }, lines: ['The task is forgotten.'] });
	});

const withRunner = async (
	terminal: Terminal,
	work: (site: OpenedSite, runner: TaskRunner) => Promise<Outcome>,
	heard: () => void = () => {},
): Promise<Outcome> =>
	withSite(terminal, async (site) => {
		const { clock, random } = terminal;
		const parts = { ...site, clock, random, timers: systemTimers, heard };
		const runner = createTaskRunner(parts);
		try {
			return await work(site, runner);
		} finally {
			await runner.close();
		}
	});

/** `navette task run`: does one task now, here. */
export const runTask = (terminal: Terminal, org: string, id: string): Promise<Outcome> =>
	withRunner(terminal, async ({ engine, sentence }, runner) => {
		const due = await engine.tasks.retry(org, id);
		if (!due.ok) return err(sentence(due.error));
		const done = await runner.runOne(org, id);
		if (!done) return err('The task cannot be done now: its organisation is not open.');
		const isBad = done.outcome !== 'ok';
		const line = isBad ? `Not done: ${done.outcome}.` : `Done: ${done.name}.`;
		return ok({ json: { org, id, ...done }, lines: [line], isBad });
	});

/** `navette task run-due`: does everything that is due, for sites without a server of their own. */
export const runDueTasks = async (
	terminal: Terminal,
	only: string | undefined,
): Promise<Outcome> => {
	let finished = 0;
	let draw = (): void => undefined;
	const outcome = await withRunner(
		terminal,
		async (site, runner) => {
			const found = await placesOf(site, only);
			if (!found.ok) return found;
			const orgs = found.value;
			const progress = createProgress(terminal, orgs.length);
			let current = '';
			draw = () => progress.draw(`${current}, ${++finished} done`);
			const total = { done: 0, failed: 0 };
			for (const org of orgs) {
				current = org;
				progress.step(org);
				const report = await runner.runDue({ org });
				total.done += report.done;
				total.failed += report.failed;
			}
			progress.end();
			const why = total.failed > 0 ? `, ${total.failed} not: "navette task list" says why` : '';
			const line = `${total.done} done${why}.`;
			return ok({ json: total, lines: [line], isBad: total.failed > 0 });
		},
		() => draw(),
	);
	return outcome;
};
