import { javascript } from './javascript.ts';
import { type NodeCrypto, nativeOf } from './native.ts';
import type { Primitives, SymmetricPrimitives } from './primitives.ts';
import { webcrypto } from './webcrypto.ts';

/** What Node gives to code that also runs in browsers: a built-in module, without importing it. */
interface NodeGlobal {
	readonly process?: { getBuiltinModule?(name: 'node:crypto'): NodeCrypto | undefined };
}

const nodeCrypto = (globalThis as NodeGlobal).process?.getBuiltinModule?.('node:crypto');
const isComplete = nodeCrypto?.argon2 !== undefined && nodeCrypto.decapsulate !== undefined;

/** Node's own primitives, where all of them are there (Node 24.7 and later). */
const native = isComplete && nodeCrypto ? nativeOf(nodeCrypto) : undefined;

/** The backend of this machine, by what it can do: Node's, else the browser's, else JavaScript. */
export const primitives: Primitives =
	native ?? (globalThis.crypto?.subtle ? webcrypto : javascript);

/** The same for what must not wait. */
export const symmetric: SymmetricPrimitives = native ?? javascript;
