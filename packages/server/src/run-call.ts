import { createHash } from 'node:crypto';
import { encodeCbor } from '@navette/codec';
import { err, type Failure, failure, type Observer, ok, type Result } from '@navette/core';
import type { Caller, Committed, Engine } from '@navette/engine';
import type { Call } from '@navette/protocol';
import { STRANGER_ID } from './access/caller-of.ts';
import type { ServerEvent } from './observation/server-event.ts';
import { parseInput } from './parse.ts';
import type { Service } from './service.ts';

/** Digest of who asks what, so that an operation id serves one call only. */
const fingerprintOf = (account: string, name: string, input: unknown): Uint8Array =>
	createHash('sha256')
		.update(encodeCbor([account, name, input]))
		.digest()
		.subarray(0, 16);

/** What running anything needs. */
export interface RunDeps {
	readonly service: Service;
	readonly engine: Engine;
	readonly observer: Observer<ServerEvent>;
}

type Named = { readonly kind: 'operation' | 'report'; readonly org: string; readonly name: string };

/** Runs something declared, and tells how it went. */
const observed = async <T>(
	observer: Observer<ServerEvent>,
	named: Named,
	isDeclared: boolean,
	work: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> => {
	const begun = observer.time();
	const outcome = await work();
	observer.note({
		kind: named.kind,
		org: named.org,
		name: isDeclared ? named.name : '?',
		outcome: outcome.ok ? 'ok' : outcome.error.code,
		milliseconds: observer.time() - begun,
	});
	return outcome;
};

const runOperation = async (
	{ service, engine }: RunDeps,
	org: string,
	caller: Caller,
	call: Call,
	withGrants: boolean,
): Promise<Result<Committed<unknown>, Failure>> => {
	const operation = service.operations.get(call.name);
	if (!operation) return err(failure('E-OPERATION', { name: call.name }));
	const input = parseInput(operation.input, call.input);
	if (!input.ok) return input;
	return engine.run({
		org,
		caller,
		withGrants,
		...(operation.whenFrozen ? { whenFrozen: true } : {}),
		identity: {
			operation: call.id,
			fingerprintFor: (account) => fingerprintOf(account.id, call.name, call.input),
			isLast: ({ code }, { id }) => service.errors[code]?.retry !== 'later' && id !== STRANGER_ID,
		},
		work: (context) => {
			const refused = operation.who(context.account, input.value);
			return refused ? err(refused) : operation.handler(context, input.value);
		},
	});
};

/** Runs one call: parse, authenticate, may it, transaction, durable. */
export const runCall = (
	deps: RunDeps,
	org: string,
	caller: Caller,
	call: Call,
	withGrants: boolean,
): Promise<Result<Committed<unknown>, Failure>> =>
	observed(
		deps.observer,
		{ kind: 'operation', org, name: call.name },
		deps.service.operations.has(call.name),
		() => runOperation(deps, org, caller, call, withGrants),
	);

/** What a report answers. */
export interface ReportAnswer {
	readonly result: unknown;
	/** Time of the organisation at which it was true, ms. */
	readonly asOf: number;
}

const readReport = async (
	{ service, engine }: RunDeps,
	org: string,
	caller: Caller,
	name: string,
	body: unknown,
): Promise<Result<ReportAnswer, Failure>> => {
	const report = service.reports.get(name);
	if (!report) return err(failure('E-OPERATION', { name }));
	const input = parseInput(report.input, body);
	if (!input.ok) return input;
	return engine.read<ReportAnswer>(org, caller, async (source, account, about) => {
		const refused = report.who(account, input.value);
		if (refused) return err(refused);
		const outcome = await report.handler(source, input.value, account, org, about);
		return outcome.ok ? ok({ result: outcome.value, asOf: source.now }) : outcome;
	});
};

/** Runs one report on a snapshot. */
export const runReport = (
	deps: RunDeps,
	org: string,
	caller: Caller,
	name: string,
	body: unknown,
): Promise<Result<ReportAnswer, Failure>> =>
	observed(deps.observer, { kind: 'report', org, name }, deps.service.reports.has(name), () =>
		readReport(deps, org, caller, name, body),
	);
