import type { Phase } from '../../model/index.ts';
import './phase-track.css';

const STEPS = [0, 1, 2, 3, 4, 5] as const;

/** The six steps of a delivery, filled up to the present one. Drawn only: the phase is said beside. */
export function PhaseTrack({ phase }: { readonly phase: Phase }) {
	const reached = phase === 'X' ? -1 : phase;
	return (
		<span className="ci-track" data-phase={phase} aria-hidden>
			{STEPS.map((step) => (
				<span key={step} data-state={step < reached ? 'done' : step === reached ? 'now' : 'next'} />
			))}
		</span>
	);
}
