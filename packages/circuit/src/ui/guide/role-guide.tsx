import { GuidePanel, type GuideStep, type RoleView } from '@navette/ui';
import { useState } from 'react';
import type { GuidePlaces } from '../../client/guide-places.ts';
import { useGuidePlaces } from './use-guide-places.ts';

export interface GuideProps {
	readonly role: RoleView;
	onEnd(): void;
}

/** The steps of a role's tour; those that need a delivery that is not there are left out. */
export type StepsOf = (places: GuidePlaces) => readonly (GuideStep | undefined)[];

/** A step in a delivery, where there is one. */
export const inDelivery = (
	place: string | undefined,
	rest: string,
	step: Omit<GuideStep, 'path'>,
): GuideStep | undefined =>
	place === undefined ? undefined : { ...step, path: `deliveries/${place}${rest}` };

/** The guided tour of one role over its own screens. */
export function RoleGuide({ role, onEnd, stepsOf }: GuideProps & { readonly stepsOf: StepsOf }) {
	const [at, setAt] = useState(0);
	const places = useGuidePlaces(role);
	if (!places) return null;
	const steps = stepsOf(places).filter((step) => step !== undefined);
	return (
		<GuidePanel steps={steps} at={Math.min(at, steps.length - 1)} onStep={setAt} onEnd={onEnd} />
	);
}
