import { type Clock, err, type Failure, failure, type Log, ok, type Result } from '@navette/core';
import { Frame, LIMITS, OpenRequest, OperationId, PullRequest } from '@navette/protocol';
import { type Context, Hono } from 'hono';
import type { Dispatcher } from '../dispatcher.ts';
import { noticesOf } from '../notices.ts';
import { parseInput } from '../parse.ts';
import { type RunDeps, runCall, runReport } from '../run-call.ts';
import { type AdmitDeps, type Admitted, admit, type Manner } from './admit.ts';
import { fileRoutes } from './file-routes.ts';
import { addFileStreams } from './file-streams.ts';
import { wrongMethod } from './no-such-address.ts';
import { readBody } from './read-body.ts';
import { answer, mediaWanted, refusal } from './replies.ts';

/** What the routes of the API need. */
export interface ApiDeps extends RunDeps, AdmitDeps {
	readonly dispatcher: Dispatcher;
	readonly log: Log;
	readonly clock: Clock;
	/** Seals the server's own links to files (32 bytes); absent = it gives none. */
	readonly linkKey?: Uint8Array;
}

/** One request of somebody with a token, its body decoded. */
interface Asked extends Admitted {
	readonly body: unknown;
}

/** What a route answers to a request. */
export type Route = (asked: Asked, context: Context) => Promise<Result<unknown, Failure>>;

const costOf = (body: unknown): number => {
	const { calls, threads } = body as { calls?: unknown; threads?: unknown };
	const many = Array.isArray(calls) ? calls.length : Array.isArray(threads) ? threads.length : 1;
	return Math.min(Math.max(1, many), LIMITS.callsPerFrame);
};

/** Checks everything that comes before the route itself. */
const ask = async (
	deps: ApiDeps,
	context: Context,
	manner: Manner,
): Promise<Result<Asked, Failure>> => {
	const admitted = await admit(deps, context, manner);
	if (!admitted.ok) return admitted;
	const body = await readBody(context.req.raw);
	if (!body.ok) return body;
	const refused = await admitted.value.prove(body.value.bytes);
	if (refused) {
		if (refused.code === 'E-TOKEN')
			await deps.rates.refuse(deps.addressOf(context.req.raw, context.env));
		return err(refused);
	}
	const value = body.value.value;
	if (typeof value !== 'object' || value === null)
		return err(failure('E-INPUT', { path: 'body', reason: 'object expected' }));
	const taken = await deps.rates.take(admitted.value.token, costOf(value));
	return taken.ok ? ok({ ...admitted.value, body: value }) : taken;
};

const handle = async (
	deps: ApiDeps,
	context: Context,
	route: Route,
	manner: Manner,
): Promise<Response> => {
	const media = mediaWanted(context.req.raw);
	try {
		const asked = await ask(deps, context, manner);
		const outcome = asked.ok ? await route(asked.value, context) : asked;
		if (outcome.ok) return answer(media, 200, outcome.value);
		if (outcome.error.code === 'E-TOKEN' && asked.ok)
			await deps.rates.refuse(deps.addressOf(context.req.raw, context.env));
		return refusal(deps.service, media, outcome.error);
	} catch (error) {
		deps.log.error('request-failed', {
			error: error instanceof Error ? error.stack : String(error),
		});
		return refusal(deps.service, media, failure('E-DEFECT'));
	}
};

const callRoute =
	(deps: ApiDeps): Route =>
	async ({ org, caller, body }, context) => {
		const id = parseInput(OperationId, context.req.header('operation-id'));
		if (!id.ok) return err(failure('E-INPUT', { path: 'Operation-Id', reason: 'header expected' }));
		const call = { id: id.value, name: context.req.param('name') ?? '', input: body };
		const outcome = await runCall(deps, org, caller, call, true);
		if (!outcome.ok) return outcome;
		const { now, result } = outcome.value;
		const notices = noticesOf(deps.service.catalogue, [outcome.value]);
		return ok({ result: result ?? null, notices, now });
	};

const frameRoute =
	(deps: ApiDeps): Route =>
	async ({ org, caller, body }) => {
		const frame = parseInput(Frame, body);
		return frame.ok ? ok(await deps.dispatcher.frame(org, caller, frame.value, true)) : frame;
	};

const openRoute =
	(deps: ApiDeps): Route =>
	async ({ org, caller, body }) => {
		const request = parseInput(OpenRequest, body);
		return request.ok ? deps.dispatcher.open(org, caller, request.value) : request;
	};

const pullRoute =
	(deps: ApiDeps): Route =>
	async ({ org, caller, body }) => {
		const request = parseInput(PullRequest, body);
		if (!request.ok) return request;
		const outcome = await deps.dispatcher.pull(org, caller, request.value);
		return outcome.ok ? ok(outcome.value.answer) : outcome;
	};

const reportRoute =
	(deps: ApiDeps): Route =>
	({ org, caller, body }, context) =>
		runReport(deps, org, caller, context.req.param('name') ?? '', body);

/** Routes below `/api/{org}`. All are POST: nothing secret in an address, nothing cached. */
export const createApi = (deps: ApiDeps): Hono => {
	const api = new Hono();
	const { operations, reports } = deps.service;
	const routes: readonly (readonly [
		string,
		Route,
		typeof operations | typeof reports | undefined,
	])[] = [
		['/:org/call/:name', callRoute(deps), operations],
		['/:org/frame', frameRoute(deps), undefined],
		['/:org/open', openRoute(deps), undefined],
		['/:org/pull', pullRoute(deps), undefined],
		['/:org/report/:name', reportRoute(deps), reports],
		...fileRoutes(deps).map(([path, route]) => [path, route, undefined] as const),
	];
	for (const [path, route, declared] of routes) {
		api.post(path, (context) => {
			const asked = declared?.get(context.req.param('name') ?? '');
			const manner = { isPublic: asked?.public === true, guesses: asked?.guesses };
			return handle(deps, context, route, manner);
		});
		api.all(path, wrongMethod(deps.service, 'POST'));
	}
	addFileStreams(api, deps);
	return api;
};
