import { createHash, timingSafeEqual } from 'node:crypto';
import { failure, type Timers } from '@navette/core';
import { Hono } from 'hono';
import { tokenOfHeader } from '../access/token.ts';
import { wrongMethod } from '../http/no-such-address.ts';
import { answer, refusal } from '../http/replies.ts';
import type { Service } from '../service.ts';
import type { TaskRunner } from './task-runner.ts';

/** What a cron call is given. */
export interface CronDeps {
	/** Shown by whoever may call, 32 characters or more. */
	readonly token: string;
	readonly runner: Pick<TaskRunner, 'runDue'>;
	/** After this long nothing more is begun, ms: functions and proxies have little patience. */
	readonly patienceMs?: number;
}

const PATIENCE_MS = 25_000;

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/**
 * `POST /tasks/run`: does what is due, for servers that are functions and have no clock of their own.
 * Answers how many were done; what is left waits for the next call.
 */
export const createTasksRoute = (
	service: Service,
	timers: Timers,
	{ token, runner, patienceMs = PATIENCE_MS }: CronDeps,
): Hono => {
	const known = digest(token);
	const route = new Hono();
	route.post('/tasks/run', async (context) => {
		const shown = tokenOfHeader(context.req.header('authorization') ?? null);
		if (!shown || !timingSafeEqual(digest(shown), known))
			return refusal(service, 'json', failure('E-TOKEN'));
		const late = new AbortController();
		const cancel = timers.after(patienceMs, () => late.abort());
		try {
			const report = await runner.runDue({ stop: late.signal });
			return answer('json', 200, { ...report, isComplete: !late.signal.aborted });
		} finally {
			cancel();
		}
	});
	route.all('/tasks/run', wrongMethod(service, 'POST'));
	return route;
};
