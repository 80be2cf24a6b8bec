import { err, type Failure, failure, type Log, ok, type Result } from '@navette/core';
import type { Caller } from '@navette/engine';
import { Frame, LIMITS, OpenRequest, OperationId, OrgCode, PullRequest } from '@navette/protocol';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { bearerOf, tokenOfHeader } from '../access/token.ts';
import type { Dispatcher } from '../dispatcher.ts';
import { noticesOf } from '../notices.ts';
import { parseInput } from '../parse.ts';
import type { Rates } from '../rate.ts';
import { type RunDeps, runCall, runReport } from '../run-call.ts';
import type { Service } from '../service.ts';
import { contentTypeOf, encodeBody, type Media, mediaOf } from './media.ts';
import { readBody } from './read-body.ts';
import { API_HEADERS } from './security-headers.ts';

/** What the routes of the API need. */
export interface ApiDeps extends RunDeps {
	readonly dispatcher: Dispatcher;
	readonly rates: Rates;
	readonly log: Log;
	/** Address of the caller's connection. */
	readonly addressOf: (request: Request, bindings: unknown) => string;
}

/** One authenticated request, its body decoded. */
interface Asked {
	readonly org: string;
	readonly token: string;
	readonly caller: Caller;
	readonly body: unknown;
}

type Route = (asked: Asked, context: Context) => Promise<Result<unknown, Failure>>;

const answer = (media: Media, status: number, value: unknown, extra?: Record<string, string>) =>
	new Response(encodeBody(media, value), {
		status,
		headers: { ...API_HEADERS, 'content-type': contentTypeOf(media), ...extra },
	});

/** The answer that tells a failure, in the form the caller reads. */
const refusal = (service: Service, media: Media, failed: Failure): Response => {
	const { seconds } = failed.detail ?? {};
	const extra = failed.code === 'E-RATE' ? { 'retry-after': String(seconds) } : undefined;
	return answer(media, service.statusOf(failed), { error: service.toWire(failed) }, extra);
};

const mediaWanted = (request: Request): Media =>
	mediaOf(request.headers.get('accept')) ?? mediaOf(request.headers.get('content-type')) ?? 'json';

const costOf = (body: unknown): number => {
	const { calls, threads } = body as { calls?: unknown; threads?: unknown };
	const many = Array.isArray(calls) ? calls.length : Array.isArray(threads) ? threads.length : 1;
	return Math.min(Math.max(1, many), LIMITS.callsPerFrame);
};

/** Checks everything that comes before the route itself. */
const ask = async (deps: ApiDeps, context: Context): Promise<Result<Asked, Failure>> => {
	const request = context.req.raw;
	const org = context.req.param('org') ?? '';
	if (!v.is(OrgCode, org)) return err(failure('E-ORG'));
	const address = deps.addressOf(request, context.env);
	const admitted = await deps.rates.admit(address);
	if (!admitted.ok) return admitted;
	const token = tokenOfHeader(request.headers.get('authorization'));
	if (!token) {
		await deps.rates.refuse(address);
		return err(failure('E-TOKEN'));
	}
	const body = await readBody(request);
	if (!body.ok) return body;
	const value = body.value.value;
	if (typeof value !== 'object' || value === null)
		return err(failure('E-INPUT', { path: 'body', reason: 'object expected' }));
	const taken = await deps.rates.take(token, costOf(value));
	return taken.ok ? ok({ org, token, caller: bearerOf(token), body: value }) : taken;
};

const handle = async (deps: ApiDeps, context: Context, route: Route): Promise<Response> => {
	const media = mediaWanted(context.req.raw);
	try {
		const asked = await ask(deps, context);
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
	const routes: readonly (readonly [string, Route])[] = [
		['/:org/call/:name', callRoute(deps)],
		['/:org/frame', frameRoute(deps)],
		['/:org/open', openRoute(deps)],
		['/:org/pull', pullRoute(deps)],
		['/:org/report/:name', reportRoute(deps)],
	];
	for (const [path, route] of routes) {
		api.post(path, (context) => handle(deps, context, route));
		api.all(path, (context) =>
			refusal(deps.service, mediaWanted(context.req.raw), failure('E-METHOD')),
		);
	}
	return api;
};
