import { ReadableStream } from 'node:stream/web';
import { type ByteStream, StorageFault } from '@navette/storage';
import { AwsV4Signer } from 'aws4fetch';
import type { S3BlobStoreOptions } from './options.ts';
import { textOf } from './xml.ts';

/** One request to the bucket. */
export interface S3Request {
	readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
	/** Key of an object; absent = the bucket itself. */
	readonly key?: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly text?: string;
	/** Statuses that are answers, besides 2xx. */
	readonly admits?: readonly number[];
}

export interface Requests {
	/** Sends a request, again when the store is busy or unreachable. Another status is a fault. */
	send(request: S3Request): Promise<Response>;
	/** Sends a stream of exactly `size` bytes, once. */
	upload(request: S3Request, content: ByteStream, size: number): Promise<Response>;
	/** An address that holds its own right, with the headers that are part of it. */
	presign(request: S3Request, seconds: number): Promise<string>;
}

const TRIES = 4;
const PAUSE = 200;
/** How long the store has to begin its answer, ms. */
const PATIENCE = 30_000;

const isBusy = (status: number): boolean => status === 429 || status >= 500;

const faultOf = async (request: S3Request, response: Response): Promise<StorageFault> => {
	const body = await response.text();
	const code = textOf(body, 'Code') ?? '';
	return new StorageFault(
		'io',
		`the store answers ${response.status} ${code} to ${request.method}`,
	);
};

/** The bytes of a stream, which must be as many as announced. */
async function* exactly(content: ByteStream, size: number, note: (error: unknown) => void) {
	let length = 0;
	try {
		for await (const part of content) {
			length += part.length;
			if (length > size) break;
			if (part.length > 0) yield part;
		}
		if (length !== size) throw new StorageFault('io', 'the content has not the size announced');
	} catch (error) {
		note(error);
		throw error;
	}
}

export const createRequests = (options: S3BlobStoreOptions): Requests => {
	const base = `${options.endpoint.replace(/\/$/, '')}/${options.bucket}`;
	const urlOf = ({ key, query = {} }: S3Request): URL => {
		const path = key === undefined ? '' : `/${key.split('/').map(encodeURIComponent).join('/')}`;
		const url = new URL(`${base}${path}`);
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
		return url;
	};
	const cache = new Map<string, ArrayBuffer>();
	const sign = async (request: S3Request, url: URL, isAddress: boolean) => {
		const time = new Date(options.clock.now()).toISOString();
		const signer = new AwsV4Signer({
			accessKeyId: options.accessKeyId,
			secretAccessKey: options.secretAccessKey,
			service: 's3',
			region: options.region,
			method: request.method,
			url: url.href,
			headers: { ...request.headers },
			datetime: time.replaceAll(/[:-]|\.\d{3}/g, ''),
			signQuery: isAddress,
			allHeaders: isAddress,
			cache,
		});
		return signer.sign();
	};
	const attempt = async (request: S3Request): Promise<Response> => {
		const { url, headers } = await sign(request, urlOf(request), false);
		const signal = AbortSignal.timeout(PATIENCE);
		const given = request.text === undefined ? {} : { body: request.text };
		return fetch(url, { method: request.method, headers, signal, ...given });
	};
	const answerOf = async (request: S3Request, response: Response): Promise<Response> => {
		if (response.ok || request.admits?.includes(response.status)) return response;
		throw await faultOf(request, response);
	};
	const pause = (tries: number) =>
		new Promise<void>((resolve) => options.timers.after(PAUSE * 2 ** tries, resolve));

	return {
		async send(request) {
			for (let tries = 1; ; tries++) {
				try {
					const response = await attempt(request);
					if (!isBusy(response.status) || tries === TRIES) return await answerOf(request, response);
					await response.body?.cancel();
				} catch (error) {
					if (error instanceof StorageFault) throw error;
					if (tries === TRIES) throw new StorageFault('io', 'the store cannot be reached', error);
				}
				await pause(tries);
			}
		},
		async upload(request, content, size) {
			const announced = { ...request, headers: { ...request.headers } };
			const { url, headers } = await sign(announced, urlOf(request), false);
			headers.set('content-length', String(size));
			let broken: { readonly error: unknown } | undefined;
			const body = ReadableStream.from(
				exactly(content, size, (error) => {
					broken = { error };
				}),
			);
			try {
				const response = await fetch(url, {
					method: request.method,
					headers,
					...{ body, duplex: 'half' },
				});
				return await answerOf(request, response);
			} catch (error) {
				if (broken) throw broken.error;
				if (error instanceof StorageFault) throw error;
				throw new StorageFault('io', 'the store cannot be reached', error);
			}
		},
		async presign(request, seconds) {
			const url = urlOf(request);
			url.searchParams.set('X-Amz-Expires', String(seconds));
			return (await sign(request, url, true)).url.href;
		},
	};
};
