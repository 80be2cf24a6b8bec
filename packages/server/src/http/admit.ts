import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Caller } from '@navette/engine';
import { OrgCode } from '@navette/protocol';
import type { Context } from 'hono';
import * as v from 'valibot';
import { STRANGER } from '../access/caller-of.ts';
import { sessionHolder } from '../access/session-holder.ts';
import { parseSignedRequest, type SignedRequests } from '../access/signed-request.ts';
import { bearerOf, tokenOfHeader } from '../access/token.ts';
import type { GuessKind, Rates } from '../rate.ts';

export interface AdmitDeps {
	readonly rates: Rates;
	/** Checks signed requests. */
	readonly signed: SignedRequests;
	/** Address of the caller's connection. */
	readonly addressOf: (request: Request, bindings: unknown) => string;
}

/** Who calls, by what the headers say. */
interface Shown {
	/** What the caller's allowance is counted by. */
	readonly token: string;
	readonly caller: Caller;
	/** Whether the caller said so of this very body: to be asked before anything is done with it. */
	readonly prove: (body: Uint8Array) => Promise<Failure | undefined>;
}

/** A request that names an organisation and shows who asks, before anything of it is read. */
export interface Admitted extends Shown {
	readonly org: string;
}

const nothingToProve = async (): Promise<undefined> => undefined;

const shownBy = (deps: AdmitDeps, org: string, request: Request): Shown | undefined => {
	const header = request.headers.get('authorization');
	const token = tokenOfHeader(header);
	if (token) return { token, caller: bearerOf(token), prove: nothingToProve };
	const signed = parseSignedRequest(header ?? '');
	if (!signed) return undefined;
	const { method, url, headers } = request;
	const operation = headers.get('operation-id') ?? '';
	const path = new URL(url).pathname;
	return {
		token: signed.session,
		caller: sessionHolder(signed.session),
		prove: (body) => deps.signed.check(signed, { org, method, path, operation, body }),
	};
};

/** How what is asked lets people in. */
export interface Manner {
	readonly isPublic: boolean;
	/** What whoever asks may be guessing at. */
	readonly guesses?: GuessKind | undefined;
}

/** Checks what can be without the body or the store. A stranger passes where `isPublic`. */
export const admit = async (
	deps: AdmitDeps,
	context: Context,
	{ isPublic, guesses }: Manner,
): Promise<Result<Admitted, Failure>> => {
	const request = context.req.raw;
	const org = context.req.param('org') ?? '';
	if (!v.is(OrgCode, org)) return err(failure('E-ORG'));
	const address = deps.addressOf(request, context.env);
	const admitted = await deps.rates.admit(address);
	if (!admitted.ok) return admitted;
	const counted = guesses ? await deps.rates.guess(guesses, org, address) : ok(undefined);
	if (!counted.ok) return counted;
	const shown = shownBy(deps, org, request);
	if (shown) return ok({ org, ...shown });
	if (isPublic && !request.headers.has('authorization')) {
		const known = await deps.rates.stranger(address);
		if (!known.ok) return known;
		return ok({ org, token: address, caller: STRANGER, prove: nothingToProve });
	}
	await deps.rates.refuse(address);
	return err(failure('E-TOKEN'));
};
