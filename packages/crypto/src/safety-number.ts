import { hash } from './hash.ts';

const DIGITS = 60;
const GROUP = 5;

/**
 * Sixty digits that two people compare, in twelve groups of five: from the hash of their ids, sorted,
 * so that both see the same. Another key = another id = other digits.
 */
export const safetyNumber = (ids: readonly Uint8Array[]): string => {
	const sorted = [...ids].sort(compareBytes);
	let value = 0n;
	for (const byte of hash('nv/safety', ...sorted)) value = (value << 8n) | BigInt(byte);
	const digits = (value % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');
	return (digits.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join(' ');
};

/** The same for one key or id alone, read aloud to recognise a device or a server. */
export const fingerprint = (id: Uint8Array): string => safetyNumber([id]);

function compareBytes(a: Uint8Array, b: Uint8Array): number {
	const shorter = Math.min(a.length, b.length);
	for (let at = 0; at < shorter; at++) {
		const difference = (a[at] ?? 0) - (b[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}
