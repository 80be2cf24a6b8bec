import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, type Failure, failure, type Random } from '@navette/core';
import { type OpenedAsking, openAsking, type SealingKey } from '@navette/crypto';
import { type SealedAnswer, SealedRequest, sealedContext } from '@navette/protocol';
import type { OnceRegister } from '@navette/storage';
import { Hono } from 'hono';
import * as v from 'valibot';
import { SIGNED_TOLERANCE } from '../access/signed-request.ts';
import type { Rates } from '../rate.ts';
import type { Service } from '../service.ts';
import { collectBody } from './read-body.ts';
import { refusal } from './replies.ts';
import { API_HEADERS } from './security-headers.ts';

/** Gives the keys that requests sealed to a service may be sealed to, the newest first; none = no such service. */
export type SealingKeysOf = (service: string) => readonly SealingKey[];

/** What sealed requests are opened with, and where they go. */
export interface SealedDoorDeps {
	readonly service: Service;
	readonly keysOf: SealingKeysOf;
	readonly rates: Rates;
	readonly random: Random;
	readonly now: () => number;
	/** Nothing that was sealed before this instant (ms) is opened. */
	readonly since: number;
	/** What the servers of the site heard, where there are several. */
	readonly once?: Pick<OnceRegister, 'isFirst'> | undefined;
	readonly addressOf: (request: Request, bindings: unknown) => string;
	/** Does what the sealed request asks. */
	readonly inside: (request: Request, bindings: unknown) => Promise<Response>;
}

const NONCES_KEPT = 100_000;

/** Hears each nonce once, for as long as its time is believed. */
const createNonces = (now: () => number) => {
	const heard = new Map<string, number>();
	return (nonce: Uint8Array): boolean => {
		for (const [name, at] of heard) {
			if (now() - at <= 2 * SIGNED_TOLERANCE) break;
			heard.delete(name);
		}
		const name = bytesToBase64Url(nonce);
		/* full: what is not remembered cannot be told from what was heard */
		if (heard.has(name) || heard.size >= NONCES_KEPT) return false;
		heard.set(name, now());
		return true;
	};
};

const openWith = async (
	keys: readonly SealingKey[],
	service: string,
	bytes: Uint8Array,
): Promise<{ readonly asking: OpenedAsking; readonly request: SealedRequest } | undefined> => {
	for (const key of keys) {
		const opened = await openAsking(key, [...sealedContext(service, 'asked')], bytes);
		const decoded = opened.ok ? decodeCbor(opened.value.data) : undefined;
		const parsed = decoded?.ok ? v.safeParse(SealedRequest, decoded.value) : undefined;
		if (opened.ok && parsed?.success) return { asking: opened.value, request: parsed.output };
	}
	return undefined;
};

const isUnderApi = (url: URL, origin: string): boolean =>
	url.origin === origin &&
	url.pathname.startsWith('/api/') &&
	!/^\/api\/sealed\//.test(url.pathname);

/** The request that was sealed, as one that came to this origin. */
const requestInside = (outer: Request, asked: SealedRequest): Request | undefined => {
	const { origin } = new URL(outer.url);
	const url = new URL(asked.path, origin);
	if (!isUnderApi(url, origin)) return undefined;
	const headers = new Headers({ 'content-type': 'application/cbor', accept: 'application/cbor' });
	for (const [name, value = ''] of Object.entries(asked.headers)) headers.set(name, value);
	return new Request(url, { method: 'POST', headers, body: new Uint8Array(asked.body) });
};

/** Seals an answer for who asked. */
const sealedAnswer = async (
	{ random }: SealedDoorDeps,
	service: string,
	asking: OpenedAsking,
	answered: Response,
): Promise<Response> => {
	const body = new Uint8Array(await answered.arrayBuffer());
	const said: SealedAnswer = { status: answered.status, body };
	const about = [...sealedContext(service, 'answered')];
	const sealed = await asking.sealAnswer(about, encodeCbor(said), { random });
	const headers = { ...API_HEADERS, 'content-type': 'application/octet-stream' };
	return new Response(sealed, { status: 200, headers });
};

/**
 * The door for requests sealed to a service's public key: what is asked, by whom, and what is answered
 * passes whoever carries it (a proxy that ends TLS) unread. Inside, the request is one like any other.
 */
export const createSealedDoor = (deps: SealedDoorDeps): Hono => {
	const { rates, now } = deps;
	const refused = (failed: Failure) => refusal(deps.service, 'cbor', failed);
	const isNewHere = createNonces(now);
	const isNew = async ({ nonce, time }: SealedRequest): Promise<boolean> =>
		isNewHere(nonce) &&
		((await deps.once?.isFirst(`sealed.${bytesToBase64Url(nonce)}`, time)) ?? true);
	const faultOf = async (request: SealedRequest): Promise<Failure | undefined> => {
		const { time } = request;
		const isOfNow = Math.abs(now() - time) <= SIGNED_TOLERANCE && time > deps.since;
		if (!isOfNow) return failure('E-CLOCK', { now: now() });
		return (await isNew(request)) ? undefined : failure('E-COUNTER');
	};
	const door = new Hono();
	door.post('/api/sealed/:service', async (context) => {
		const request = context.req.raw;
		const name = context.req.param('service');
		const address = deps.addressOf(request, context.env);
		const admitted = await rates.admit(address);
		if (!admitted.ok) return refused(admitted.error);
		const bytes = await collectBody(request);
		if (!bytes.ok) return refused(bytes.error);
		const opened = await openWith(deps.keysOf(name), name, bytes.value);
		if (!opened) {
			await rates.refuse(address);
			return refused(failure('E-SEAL'));
		}
		const asked = requestInside(request, opened.request);
		const fault = asked ? await faultOf(opened.request) : failure('E-ADDRESS');
		const answered =
			asked && !fault
				? await deps.inside(asked, context.env)
				: refused(fault ?? failure('E-ADDRESS'));
		return sealedAnswer(deps, name, opened.asking, answered);
	});
	return door;
};
