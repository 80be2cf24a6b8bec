import { err, type Failure, failure, ok, type Result, silentLog } from '@navette/core';
import { createEngine, type OperationContext, type Tasks } from '@navette/engine';
import { createMemoryDocumentStore, createMemoryNoticeBus } from '@navette/storage';
import { createSeededRandom, createTestClock, createTestTimers } from '@navette/testkit';
import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { createService } from '../service.ts';
import { defineTask, type LastWrite } from './task-definition.ts';
import { createTaskRunner } from './task-runner.ts';

export const ORG = 'north';

/** One time that a task was done. */
export interface Seen {
	readonly server: number;
	readonly text: string;
	readonly attempt: number;
	readonly id: string;
}

/** Several servers over one store; what their tasks do is decided by the test. */
export const createTaskWorld = async (servers = 1) => {
	const clock = createTestClock();
	const timers = createTestTimers(clock);
	const store = createMemoryDocumentStore({ random: createSeededRandom(1) });
	const seen: Seen[] = [];
	const outcomes: string[] = [];
	let answer: (seen: Seen) => Promise<Result<LastWrite | undefined, Failure>> = async () =>
		ok(undefined);
	const applicationOf = (server: number): ServerApplication => ({
		name: 'post',
		documents: [{ name: 'NOTE', key: ['n'], threads: [], sealing: 'clear', shape: 1 }],
		threads: [],
		policy: { thread: () => undefined, dependsOn: [] },
		operations: [],
		reports: [],
		errors: {},
		tasks: [
			defineTask({
				name: 'post.mail',
				about: 'Sends a letter.',
				input: v.strictObject({ text: v.string() }),
				retry: { attempts: 4, firstMs: 1_000, mostMs: 8_000 },
				async handler(run, { text }) {
					const one = { server, text, attempt: run.attempt, id: run.id };
					seen.push(one);
					return answer(one);
				},
			}),
			defineTask({
				name: 'post.night',
				about: 'Sorts the letters.',
				input: v.strictObject({}),
				retry: { attempts: 2, firstMs: 1_000, mostMs: 1_000 },
				daily: { hour: 3, each: 'organisation' },
				handler(run) {
					const one = { server, text: 'night', attempt: run.attempt, id: run.id };
					seen.push(one);
					return answer(one);
				},
			}),
		],
	});
	const open = (server: number, instead: Partial<Tasks> = {}) => {
		const service = createService([applicationOf(server)]);
		const random = createSeededRandom(server + 10);
		const bus = createMemoryNoticeBus();
		const { catalogue, policy } = service;
		const parts = { store, bus, catalogue, policy, clock, random, log: silentLog };
		const inner = createEngine({ ...parts, soon: setImmediate });
		const engine = { ...inner, tasks: { ...inner.tasks, ...instead } };
		const heard = (_org: string, { outcome }: { readonly outcome: string }) =>
			void outcomes.push(outcome);
		const runner = createTaskRunner({ ...parts, engine, service, timers, heard });
		return { engine, runner };
	};
	const all = Array.from({ length: servers }, (_, at) => open(at));
	const [first] = all;
	if (!first) throw new Error('no server');
	const { engine } = first;
	await engine.putOrganisation(ORG, 'open', { label: 'North', clockOffset: 0 });
	const run = (work: (context: OperationContext) => Promise<Result<unknown, Failure>>) =>
		engine.run({ org: ORG, caller: () => ({ id: 'mia', rights: [] }), work });
	return {
		...first,
		...{ all, clock, timers, store, seen, outcomes, run, open },
		send: (text: string, more: { readonly at?: number; readonly id?: string } = {}) =>
			run(async (context) =>
				ok(await context.defer({ name: 'post.mail', input: { text }, ...more })),
			),
		/** What doing a task answers from now on. */
		answering(next: typeof answer) {
			answer = next;
		},
		failing(code: string) {
			answer = async () => err(failure(code));
		},
		tasks: () => engine.tasks.list(ORG, 100),
	};
};
