import { randomBytes } from 'node:crypto';
import { createWebTransport, presentRights, type SessionSigner } from '@navette/client';
import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, systemClock, systemRandom } from '@navette/core';
import { generateSigningKey, hash } from '@navette/crypto';
import { postRequest, runHttpLoad } from '../http-load.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';

const DATA = randomBytes(300);
const CONNECTIONS = 64;
const ROUNDS = 5;
const newId = (): string => randomBytes(16).toString('base64url');

/** A session opened by an access right. */
const openSigner = async (server: BenchServer): Promise<SessionSigner> => {
	const holder = await generateSigningKey({ random: systemRandom });
	const key = await generateSigningKey({ random: systemRandom });
	const right = newId();
	const issued = {
		...{ right, label: 'bench', until: systemClock.now() + 86_400_000 },
		holder: bytesToBase64Url(hash('nv/public-key', holder.publicKey)),
		rights: [{ usage: 'BENCH', subject: '', power: 1 }],
	};
	await server.post('call/right.issue', issued, { 'operation-id': newId() });
	const opened = await presentRights(
		{
			transport: createWebTransport({ baseUrl: server.url }),
			...{ clock: systemClock, random: systemRandom },
		},
		{ org: 'bench', rights: [right], holder, key, label: 'bench', kind: 'personal' },
	);
	if (!opened.ok) throw new Error(opened.error.code);
	return opened.value.signer;
};

/** Something that is asked: where, and the nth body. */
interface Asked {
	readonly name: string;
	readonly path: string;
	readonly body: (n: number) => Uint8Array;
}

const ASKED: readonly Asked[] = [
	{ name: 'report', path: '/api/bench/report/me', body: () => encodeCbor({}) },
	{
		name: 'durable operation',
		path: '/api/bench/call/BoxPut',
		body: (n) => encodeCbor({ thread: `t${n % 1_000}`, n: String(n), data: DATA }),
	},
];

/** Requests written before the load begins: what signing costs a device is not the server's. */
const write = async (
	{ path, body }: Asked,
	count: number,
	authorize: (path: string, body: Uint8Array, operation: string) => Promise<string>,
): Promise<readonly Buffer[]> => {
	const requests: Buffer[] = [];
	for (let n = 0; n < count; n++) {
		const bytes = body(n);
		const operation = newId();
		const authorization = await authorize(path, bytes, operation);
		const media = { 'content-type': 'application/cbor', 'operation-id': operation };
		const headers = { authorization, ...media };
		requests.push(postRequest(path, headers, bytes));
	}
	return requests;
};

/** Requests a second that are signed, beside those that show a token, in the same run. */
export const measureSigned = async (count: number): Promise<readonly Figure[]> => {
	const server = await startBenchServer();
	try {
		const signer = await openSigner(server);
		const bySignature = (path: string, body: Uint8Array, operation: string) =>
			signer.authorize('POST', path, body, operation);
		const byToken = async () => `Bearer ${server.token}`;
		const load = async (asked: Asked, authorize: typeof bySignature): Promise<number> => {
			const requests = await write(asked, count, authorize);
			const { seconds, failed } = await runHttpLoad({
				...{ url: server.url, connections: CONNECTIONS, requests: count },
				request: (n) => requests[n] ?? Buffer.alloc(0),
			});
			if (failed > 0) throw new Error(`${failed} requests failed`);
			return count / seconds;
		};
		const figures: Figure[] = [];
		for (const asked of ASKED) {
			const signed: number[] = [];
			const shown: number[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				shown.push(await load(asked, byToken));
				signed.push(await load(asked, bySignature));
			}
			const [withSignature, withToken] = [quantile(signed, 0.5), quantile(shown, 0.5)];
			const more = 1e6 / withSignature - 1e6 / withToken;
			figures.push(
				{
					...{ name: `${asked.name}, signed`, value: Math.round(withSignature) },
					...{ unit: 'requests/s', versus: 'with a token' },
					ratio: rounded(withSignature / withToken),
				},
				{ name: `${asked.name}, with a token`, value: Math.round(withToken), unit: 'requests/s' },
				{ name: `a signature more, ${asked.name}`, value: Math.round(more), unit: 'µs a request' },
			);
		}
		return figures;
	} finally {
		await server.stop();
	}
};
