import type { SponsorAnswer } from '../model/index.ts';
import { sponsorAnswerValues } from '../model/index.ts';
import { isSignedBy } from './proof.ts';

/**
 * Whether the directory of this key said this, to this organisation of this service. For the operations
 * that applications name as callbacks: anybody may call them, and what the directory did not sign is
 * nobody's. The same answer may come again: tell by `sponsorship` what was heard.
 */
export const isSponsorAnswer = (
	directoryKey: string,
	to: Readonly<Record<'org' | 'service', string>>,
	{ signature, ...told }: SponsorAnswer,
): Promise<boolean> =>
	isSignedBy(directoryKey, 'nv/sponsor', sponsorAnswerValues(to, told), signature);
