import { littleEndian } from './backend/cofactorless.ts';

const FIELD = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const SIGN_BIT = 2n ** 255n;

/** The y coordinate of two of the points of order 8; its opposite is that of the two others. */
const ORDER_8 = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;

/** The y coordinates of the eight points whose order divides the cofactor. */
const SMALL_ORDER: ReadonlySet<bigint> = new Set([0n, 1n, FIELD - 1n, ORDER_8, FIELD - ORDER_8]);

/** A canonical encoding of a point that is not of small order; says nothing of it being on the curve. */
const isOrdinary = (encoded: Uint8Array): boolean => {
	const value = littleEndian(encoded);
	const y = value >= SIGN_BIT ? value - SIGN_BIT : value;
	return y < FIELD && !SMALL_ORDER.has(y);
};

/** Whether 32 bytes may be a public key: canonical, not of small order. */
export const isStrictPublicKey = (publicKey: Uint8Array): boolean =>
	publicKey.length === 32 && isOrdinary(publicKey);

/**
 * What we ask of a key and a signature before any backend sees them: lengths, canonical encodings,
 * `S` below the order, neither point of small order. Backends differ on exactly these cases (ZIP 215
 * accepts some of them); past this check they give one answer.
 */
export const isStrict = (publicKey: Uint8Array, signature: Uint8Array): boolean =>
	isStrictPublicKey(publicKey) &&
	signature.length === 64 &&
	isOrdinary(signature.subarray(0, 32)) &&
	littleEndian(signature.subarray(32)) < ORDER;
