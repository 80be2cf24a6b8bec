import { Chip, type Tone } from '@navette/ui';
import {
	IconArchive,
	IconBasket,
	IconCalendarEvent,
	IconCircleX,
	IconDoorEnter,
	IconPackage,
	IconPencil,
	IconTruck,
} from '@tabler/icons-react';
import type { Phase } from '../../model/index.ts';
import { usePhaseWords } from './use-phase-words.ts';

const TONES: Readonly<Record<`${Phase}`, Tone>> = {
	0: 'plain',
	1: 'ok',
	2: 'info',
	3: 'info',
	4: 'warn',
	5: 'warn',
	6: 'plain',
	X: 'danger',
};

const ICONS = {
	0: IconCalendarEvent,
	1: IconPencil,
	2: IconPackage,
	3: IconTruck,
	4: IconDoorEnter,
	5: IconBasket,
	6: IconArchive,
	X: IconCircleX,
} as const;

/** Where a delivery is in its life. */
export function PhaseChip({ phase }: { readonly phase: Phase }) {
	const words = usePhaseWords();
	return (
		<Chip tone={TONES[`${phase}`]} icon={ICONS[phase]}>
			{words.phase(phase)}
		</Chip>
	);
}
