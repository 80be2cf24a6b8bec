import { nativeSymmetricOf } from './native-symmetric.ts';
import { nodeCrypto } from './node-crypto.ts';
import type { SymmetricPrimitives } from './primitives.ts';

/** Node's symmetric primitives, where it is; what imports this alone carries no other into a browser. */
export const nativeSymmetric: SymmetricPrimitives | undefined =
	nodeCrypto && nativeSymmetricOf(nodeCrypto);
