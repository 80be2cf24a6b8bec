/**
 * Whether two arrays hold the same bytes, in a time that depends on their lengths only. The one
 * comparison for commitments, tags, proofs and anything an attacker could learn byte by byte.
 */
export const equalConstantTime = (a: Uint8Array, b: Uint8Array): boolean => {
	let difference = a.length ^ b.length;
	for (let at = 0; at < a.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
	return difference === 0;
};
