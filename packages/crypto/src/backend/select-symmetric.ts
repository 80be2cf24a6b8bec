import { javascriptSymmetric } from './javascript-symmetric.ts';
import type { SymmetricPrimitives } from './primitives.ts';
import { nativeSymmetric } from './symmetric-of-node.ts';

/** Symmetric primitives of this machine for what must not wait. */
export const symmetric: SymmetricPrimitives = nativeSymmetric ?? javascriptSymmetric;
