import { createHash, randomUUID } from 'node:crypto';
import type { ReadableStream } from 'node:stream/web';
import { KEEPER_TOKEN, SHELVES_ORG } from './shelves.ts';

/** A file as its shelf names it. */
export interface ShelfFile {
	readonly fid: string;
	readonly name: string;
	readonly type: string;
	readonly size: number;
	readonly digest: string;
}

interface Preloaded {
	readonly fid: string;
	readonly segmentBytes: number;
	readonly request?: { readonly url: string; readonly headers: Record<string, string> };
}

export const digestOf = (bytes: Uint8Array): string =>
	createHash('sha256').update(bytes).digest('base64url');

/** Somebody who works with files through the API of a server. */
export const createKeeper = (url: string, token = KEEPER_TOKEN) => {
	const send = (path: string, type: string, init: RequestInit) =>
		fetch(`${url}/api/${SHELVES_ORG}/${path}`, {
			method: 'POST',
			...init,
			headers: { authorization: `Bearer ${token}`, 'content-type': type, ...init.headers },
		});
	const post = async <T>(path: string, body: unknown, headers = {}): Promise<T> => {
		const answer = await send(path, 'application/json', { body: JSON.stringify(body), headers });
		const value = (await answer.json()) as T & { error?: { code: string } };
		if (!answer.ok) throw new Error(value.error?.code ?? String(answer.status));
		return value;
	};
	const announce = (n: string, size: number, digest: string, way: string) =>
		post<Preloaded>('files/preload', { type: 'SHELF', key: { n }, size, digest, way });
	const sendBytes = async (path: string, body: Buffer | ReadableStream<Uint8Array>) => {
		const init = { body, duplex: 'half' } as object;
		const answer = await send(path, 'application/octet-stream', init);
		if (!answer.ok) throw new Error(await answer.text());
		await answer.body?.cancel();
	};
	return {
		post,
		announce,
		sendBytes,
		/** Sends a content whole; answers what attaches it. */
		async upload(n: string, name: string, bytes: Uint8Array): Promise<ShelfFile> {
			const digest = digestOf(bytes);
			const { fid } = await announce(n, bytes.length, digest, 'whole');
			await sendBytes(`files/${fid}/content`, Buffer.from(bytes));
			return { fid, name, type: 'text/plain', size: bytes.length, digest };
		},
		put: (n: string, attach: readonly ShelfFile[], detach: readonly string[] = []) =>
			post('call/ShelfPut', { n, attach, detach }, { 'operation-id': randomUUID() }),
		drop: (n: string) => post('call/ShelfDrop', { n }, { 'operation-id': randomUUID() }),
		read: (n: string, fid: string, headers = {}) =>
			send('files/read', 'application/json', {
				body: JSON.stringify({ type: 'SHELF', id: n, fid }),
				headers,
			}),
		/** Files that living shelves name, by shelf. */
		async named(): Promise<ReadonlyMap<string, readonly ShelfFile[]>> {
			interface Pulled {
				threads: [{ documents: { id: string; deleted?: number; files?: ShelfFile[] }[] }];
			}
			const opened = await post<{ threads: [{ reference: string }] }>('open', {
				paths: ['SHELVES/'],
			});
			const { reference } = opened.threads[0];
			const pulled = await post<Pulled>('pull', {
				threads: [{ reference, since: 0 }],
				limit: 5_000,
			});
			const living = pulled.threads[0].documents.filter((one) => !one.deleted);
			return new Map(living.map(({ id, files = [] }) => [id, files]));
		},
	};
};

export type Keeper = ReturnType<typeof createKeeper>;
