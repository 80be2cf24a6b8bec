import { createHash } from 'node:crypto';
import { encodeCbor } from '@navette/codec';
import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Caller, Committed, Engine } from '@navette/engine';
import type { Call } from '@navette/protocol';
import { parseInput } from './parse.ts';
import type { Service } from './service.ts';

/** Digest of who asks what, so that an operation id serves one call only. */
const fingerprintOf = (account: string, name: string, input: unknown): Uint8Array =>
	createHash('sha256')
		.update(encodeCbor([account, name, input]))
		.digest()
		.subarray(0, 16);

/** Runs one call: parse, authenticate, may it, transaction, durable. */
export const runCall = async (
	service: Service,
	engine: Engine,
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
		identity: {
			operation: call.id,
			fingerprintFor: (account) => fingerprintOf(account.id, call.name, call.input),
		},
		work: (context) => {
			const refused = operation.who(context.account, input.value);
			return refused ? err(refused) : operation.handler(context, input.value);
		},
	});
};

/** What a report answers. */
export interface ReportAnswer {
	readonly result: unknown;
	/** Time of the organisation at which it was true, ms. */
	readonly asOf: number;
}

/** Runs one report on a snapshot. */
export const runReport = async (
	service: Service,
	engine: Engine,
	org: string,
	caller: Caller,
	name: string,
	body: unknown,
): Promise<Result<ReportAnswer, Failure>> => {
	const report = service.reports.get(name);
	if (!report) return err(failure('E-OPERATION', { name }));
	const input = parseInput(report.input, body);
	if (!input.ok) return input;
	return engine.read<ReportAnswer>(org, caller, async (source, account) => {
		const refused = report.who(account, input.value);
		if (refused) return err(refused);
		const outcome = await report.handler(source, input.value, account, org);
		return outcome.ok ? ok({ result: outcome.value, asOf: source.now }) : outcome;
	});
};
