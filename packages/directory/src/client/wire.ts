import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { hash, type SigningKey, sign } from '@navette/crypto';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';

/** Signs the requests of a session; each counter serves once. */
export interface SessionSigner {
	/** Public key of the session, base64url: its name. */
	readonly session: string;
	/** What proves that this request is the session's: the `Authorization` header, or a greeting. */
	authorize(method: 'POST' | 'SOCKET', path: string, body: Uint8Array): Promise<string>;
}

/** The signer of a session key; `now` is the server's time as the device knows it, ms. */
export const createSessionSigner = (key: SigningKey, now: () => number): SessionSigner => {
	const session = bytesToBase64Url(key.publicKey);
	let counter = 0;
	return {
		session,
		async authorize(method, path, body) {
			const number = ++counter;
			const time = now();
			const said = [method, path, hash('nv/body', body), session, number, time];
			const signature = bytesToBase64Url(await sign(key, 'nv/req', said));
			return `Navette ${session}.${number}.${time}.${signature}`;
		},
	};
};

const codeOf = (value: unknown): string | undefined => {
	const { error } = value as { error?: { code?: unknown } };
	return typeof error?.code === 'string' ? error.code : undefined;
};

/** The result in an answer, still to be checked by whoever reads it, or what the server refused. */
const readAnswer = (bytes: Uint8Array): Result<unknown, Fault> => {
	const decoded = decodeCbor(bytes);
	if (!decoded.ok || typeof decoded.value !== 'object' || decoded.value === null)
		return err({ kind: 'unreadable' });
	const code = codeOf(decoded.value);
	if (code !== undefined) return err({ kind: 'refused', code });
	return ok((decoded.value as { result?: unknown }).result);
};

const post = async (
	{ wire, org }: DirectoryClientDeps,
	at: string,
	input: unknown,
	operation: string | undefined,
	signer: SessionSigner | undefined,
): Promise<Result<unknown, Fault>> => {
	const path = `/api/${org}/${at}`;
	const body = encodeCbor(input);
	const authorization = signer && (await signer.authorize('POST', path, body));
	const sent = await wire.request(path, body, {
		...(authorization === undefined ? {} : { authorization }),
		...(operation === undefined ? {} : { 'operation-id': operation }),
	});
	return sent.ok ? readAnswer(sent.value.body) : err({ kind: 'offline' });
};

/** Runs an operation of the directory. One of the same id is done once, however often it is sent. */
export const callDirectory = (
	deps: DirectoryClientDeps,
	name: string,
	input: unknown,
	signer?: SessionSigner,
	id = bytesToBase64Url(deps.random.bytes(16)),
): Promise<Result<unknown, Fault>> => post(deps, `call/${name}`, input, id, signer);

/** Asks a report of the directory. */
export const askDirectory = (
	deps: DirectoryClientDeps,
	name: string,
	input: unknown,
	signer?: SessionSigner,
): Promise<Result<unknown, Fault>> => post(deps, `report/${name}`, input, undefined, signer);
