import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Caller } from '@navette/engine';
import { OrgCode } from '@navette/protocol';
import type { Context } from 'hono';
import * as v from 'valibot';
import { bearerOf, tokenOfHeader } from '../access/token.ts';
import type { Rates } from '../rate.ts';

export interface AdmitDeps {
	readonly rates: Rates;
	/** Address of the caller's connection. */
	readonly addressOf: (request: Request, bindings: unknown) => string;
}

/** A request that names an organisation and shows a token, before anything of it is read. */
export interface Admitted {
	readonly org: string;
	readonly token: string;
	readonly caller: Caller;
}

/** Checks what can be without the body or the store. */
export const admit = async (
	deps: AdmitDeps,
	context: Context,
): Promise<Result<Admitted, Failure>> => {
	const request = context.req.raw;
	const org = context.req.param('org') ?? '';
	if (!v.is(OrgCode, org)) return err(failure('E-ORG'));
	const address = deps.addressOf(request, context.env);
	const admitted = await deps.rates.admit(address);
	if (!admitted.ok) return admitted;
	const token = tokenOfHeader(request.headers.get('authorization'));
	if (token) return ok({ org, token, caller: bearerOf(token) });
	await deps.rates.refuse(address);
	return err(failure('E-TOKEN'));
};
