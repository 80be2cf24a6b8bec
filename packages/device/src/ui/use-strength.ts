import { estimatePhrase, type PhraseStrength } from '@navette/crypto';
import { useEffect, useState } from 'react';

/** How strong a typed phrase is, in a word of the texts; `undefined` while nothing is typed. */
export type Strength = 'short' | 'long' | 'weak' | 'fair' | 'strong';

const STRONG_BITS = 60;

const wordOf = ({ bits, fault }: PhraseStrength): Strength =>
	fault ?? (bits >= STRONG_BITS ? 'strong' : 'fair');

/** Follows what is typed. */
export function useStrength(phrase: string): Strength | undefined {
	const [found, setFound] = useState<{ readonly of: string; readonly strength: Strength }>();
	useEffect(() => {
		let isWanted = true;
		if (phrase !== '')
			void estimatePhrase(phrase).then(
				(strength) => isWanted && setFound({ of: phrase, strength: wordOf(strength) }),
			);
		return () => {
			isWanted = false;
		};
	}, [phrase]);
	return found?.of === phrase ? found.strength : undefined;
}

export const isAccepted = (strength: Strength | undefined): boolean =>
	strength === 'fair' || strength === 'strong';
