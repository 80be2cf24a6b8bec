import type { Phrase, StretchLabel, Value } from '@navette/crypto';
import type { DirectoryStretcher } from '@navette/directory/client';
import { stretchWorkerUrl } from './trusted-url.ts';

/** What the page asks of its worker. */
export interface StretchAsked {
	readonly secret: readonly Phrase[];
	readonly salt: readonly Value[];
	readonly purpose: StretchLabel;
}

/** Argon2id in a worker of its own, one for each phrase. */
export const stretchInWorker: DirectoryStretcher = (secret, salt, purpose) =>
	new Promise((resolve, reject) => {
		const worker = new Worker(stretchWorkerUrl(), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
			worker.terminate();
			resolve(data);
		});
		worker.addEventListener('error', (event) => {
			worker.terminate();
			reject(new Error(`the worker of phrases failed: ${event.message}`));
		});
		worker.postMessage({ secret, salt, purpose } satisfies StretchAsked);
	});
