import { base64UrlToBytes, err, ok, type Result } from '@navette/core';
import { type SignatureLabel, verify } from '@navette/crypto';
import * as v from 'valibot';
import { hostingValues, SignedHosting, SignedService, serviceValues } from '../model/index.ts';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';
import { askDirectory } from './wire.ts';

/** Where a device keeps what the directory signed; what comes out of it is checked again. */
export interface ServiceCache {
	read(name: string): Promise<unknown>;
	write(name: string, value: unknown): Promise<void>;
}

const Found = v.strictObject({ hosting: SignedHosting, service: SignedService });

/** Who hosts an organisation, and where. */
export interface FoundService extends v.InferOutput<typeof Found> {
	/** False when the directory did not answer, and this is the last signed copy. */
	readonly isFresh: boolean;
}

type SignedPair = v.InferOutput<typeof Found>;
type Asked = Readonly<Record<'org' | 'service', string>>;

const LABEL: SignatureLabel = 'nv/directory';

const isSigned = async (
	{ org, directoryKey }: DirectoryClientDeps,
	{ hosting, service }: SignedPair,
): Promise<boolean> => {
	const key = base64UrlToBytes(directoryKey) ?? new Uint8Array();
	const bytes = (text: string) => base64UrlToBytes(text) ?? new Uint8Array();
	const ofHosting = hostingValues(org, hosting, hosting.at);
	const ofService = serviceValues(org, service, service.at);
	return (
		(await verify(key, LABEL, ofHosting, bytes(hosting.signature))) &&
		(await verify(key, LABEL, ofService, bytes(service.signature)))
	);
};

/** What was signed by the pinned key and answers the question; `undefined` for anything else. */
const believed = async (
	deps: DirectoryClientDeps,
	asked: Asked,
	value: unknown,
): Promise<SignedPair | undefined> => {
	const parsed = v.safeParse(Found, value);
	if (!parsed.success) return undefined;
	const { hosting, service } = parsed.output;
	const isAsked =
		hosting.service === asked.service &&
		hosting.org === asked.org &&
		service.service === asked.service &&
		service.operator === hosting.operator;
	return isAsked && (await isSigned(deps, parsed.output)) ? parsed.output : undefined;
};

type Revised = { readonly rev: number; readonly signature: string };
const faultOf = (before: Revised, now: Revised): Fault | undefined => {
	if (now.rev < before.rev) return { kind: 'rollback' };
	return now.rev === before.rev && now.signature !== before.signature
		? { kind: 'fork' }
		: undefined;
};

/** Whether an answer may follow what the device has seen; services of two operators are not compared. */
const faultAfter = (before: SignedPair, now: SignedPair): Fault | undefined =>
	faultOf(before.hosting, now.hosting) ??
	(before.service.operator === now.service.operator
		? faultOf(before.service, now.service)
		: undefined);

/**
 * Finds where an organisation of a service is. Asks the directory, whose signature is checked; when it
 * does not answer, the last signed copy serves. An answer older than what this device has seen, or that
 * says that something known is not there, is refused: records change, they never go.
 */
export const findService = async (
	deps: DirectoryClientDeps,
	cache: ServiceCache,
	asked: Asked,
): Promise<Result<FoundService, Fault>> => {
	const name = `${deps.org}/${asked.service}/${asked.org}`;
	const before = await believed(deps, asked, await cache.read(name));
	const answer = await askDirectory(deps, 'service.find', asked);
	if (!answer.ok) {
		if (answer.error.kind !== 'refused') return before ? ok({ ...before, isFresh: false }) : answer;
		return before && answer.error.code === 'E-SERVICE' ? err({ kind: 'rollback' }) : answer;
	}
	const found = await believed(deps, asked, answer.value);
	if (!found) return err({ kind: 'forged', what: 'record' });
	const fault = before && faultAfter(before, found);
	if (fault) return err(fault);
	await cache.write(name, found);
	return ok({ ...found, isFresh: true });
};
