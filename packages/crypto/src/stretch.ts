import type { Argon2Costs } from './backend/primitives.ts';
import { primitives } from './backend/select.ts';
import { symmetric } from './backend/select-symmetric.ts';
import { labelledBytes, type Value } from './labelled.ts';
import type { StretchLabel } from './labels.ts';
import { normalisePhrase } from './phrase-text.ts';
import { costsOf, STANDARD_STRETCH, type StretchProfile } from './stretch-profile.ts';

const OUTPUT_LENGTH = 32;
/** What no profile but a test's may go below, should the constants ever be edited. */
const FLOOR: Argon2Costs = { memoryKiB: 65_536, passes: 3, lanes: 1 };

/** What is stretched: texts, each normalised by itself, and bytes as they are. */
export type Phrase = string | Uint8Array;

/**
 * 32 bytes of a phrase, dear to guess: Argon2id (RFC 9106), 64 MiB, 3 passes, 1 lane, constants of
 * the code. Password = deterministic CBOR of `[purpose, …secret]`, salt = SHA-256 of the same of
 * `[purpose, …salt]`. Takes about a quarter of a second of one core.
 */
export const stretch = async (
	secret: readonly Phrase[],
	salt: readonly Value[],
	purpose: StretchLabel,
	profile: StretchProfile = STANDARD_STRETCH,
): Promise<Uint8Array> => {
	const costs = costsOf(profile);
	if (profile === STANDARD_STRETCH) mustReachFloor(costs);
	const read = secret.map((part) => (typeof part === 'string' ? normalisePhrase(part) : part));
	const password = labelledBytes(purpose, read);
	const nonce = symmetric.sha256(labelledBytes(purpose, salt));
	return primitives.argon2id(password, nonce, costs, OUTPUT_LENGTH);
};

const mustReachFloor = ({ memoryKiB, passes, lanes }: Argon2Costs): void => {
	const enough = memoryKiB >= FLOOR.memoryKiB && passes >= FLOOR.passes && lanes === FLOOR.lanes;
	if (!enough) throw new Error('phrases must cost more to guess');
};
