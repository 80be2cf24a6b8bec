/**
 * Stretches one phrase, then is ended by the page: its 64 MiB go with it. It is the only script of the
 * app whose policy lets WebAssembly in.
 */
import { stretch } from '@navette/crypto';
import type { StretchAsked } from './stretcher.ts';

self.addEventListener('message', async (event: MessageEvent<StretchAsked>) => {
	const { secret, salt, purpose } = event.data;
	self.postMessage(await stretch(secret, salt, purpose));
});
