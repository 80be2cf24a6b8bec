import { useFormats, useText } from '@navette/ui';
import type { NextDate, Phase } from '../../model/index.ts';
import { phaseWords } from './phase-words.ts';

/** How a phase and a coming date are said in the chosen language. */
export interface PhaseWords {
	/** `Open`, `On the road` */
	phase(phase: Phase): string;
	/** `closes Thursday 20:00, in 2 days` */
	next(next: NextDate, now: number): string;
}

export const usePhaseWords = (): PhaseWords => {
	const words = useText(phaseWords);
	const formats = useFormats();
	return {
		phase: (phase) => words.phases[`${phase}`],
		next: ({ date, at }, now) => {
			const moment = formats.moment(at, now);
			const relative = formats.relative(at, now);
			const said = moment.startsWith(relative) ? '' : relative;
			return words.sentence(words.next[date], moment, said);
		},
	};
};
