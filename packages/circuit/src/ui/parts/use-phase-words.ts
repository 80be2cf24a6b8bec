import { useFormats, useText } from '@navette/ui';
import type { NextDate, Phase } from '../../model/index.ts';
import { phaseWords } from './phase-words.ts';

/** Beyond it a weekday alone does not say which week. */
const SIX_DAYS = 6 * 86_400_000;

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
			const isFar = Math.abs(at - now) > SIX_DAYS;
			const moment = isFar
				? `${formats.longDate(at)} ${formats.time(at)}`
				: formats.moment(at, now);
			const relative = formats.relative(at, now);
			const said = moment.startsWith(relative) ? '' : relative;
			return words.sentence(words.next[date], moment, said);
		},
	};
};
