import { littleEndian } from './backend/cofactorless.ts';

const FIELD = 2n ** 255n - 19n;

/** The u coordinates whose points are of small order, on the curve or its twist. */
const SMALL_ORDER: ReadonlySet<bigint> = new Set([
	0n,
	1n,
	FIELD - 1n,
	325606250916557431795983626356110631294008115727848805560023387167927233504n,
	39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]);

/**
 * Whether 32 bytes are the one encoding of a point to agree with: below the modulus, not of small
 * order. RFC 7748 lets other encodings in; platforms read some of them differently (Firefox, those
 * with the highest bit), and an honest key is never one.
 */
export const isStrictPoint = (point: Uint8Array): boolean => {
	const u = littleEndian(point);
	return point.length === 32 && u < FIELD && !SMALL_ORDER.has(u);
};
