import { secretOfPhrase } from '@navette/client';
import { systemRandom } from '@navette/core';
import { generatePhrase } from '@navette/crypto';
import type { PhraseMaker } from '@navette/ui';
import { stretchInWorker } from './stretcher.ts';

/** Phrases of this device: words drawn here, stretched in a worker. */
export const phraseMaker: PhraseMaker = {
	draw: (language) => generatePhrase(language, { random: systemRandom }),
	secretOf: (org, phrase) => secretOfPhrase(stretchInWorker, org, phrase),
};
