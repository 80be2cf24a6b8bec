import { javascript } from './javascript.ts';
import { nativeOf } from './native.ts';
import { nodeCrypto } from './node-crypto.ts';
import type { Primitives } from './primitives.ts';
import { webcrypto } from './webcrypto.ts';

/** The backend of this machine, by what it can do: Node's, else the browser's, else JavaScript. */
export const primitives: Primitives = nodeCrypto
	? nativeOf(nodeCrypto)
	: globalThis.crypto?.subtle
		? webcrypto
		: javascript;
