import type { NodeCrypto } from './native.ts';

/** What Node gives to code that also runs in browsers: a built-in module, without importing it. */
interface NodeGlobal {
	readonly process?: { getBuiltinModule?(name: 'node:crypto'): NodeCrypto | undefined };
}

const found = (globalThis as NodeGlobal).process?.getBuiltinModule?.('node:crypto');
const isComplete = found?.argon2 !== undefined && found.decapsulate !== undefined;

/** Node's own module, where all that is used of it is there (Node 24.7 and later). */
export const nodeCrypto: NodeCrypto | undefined = isComplete ? found : undefined;
