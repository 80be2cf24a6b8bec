import {
	IconAlertTriangle,
	IconCircleCheck,
	IconInfoCircle,
	IconPoint,
	IconUrgent,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IconPart } from './icon-part.ts';
import type { Tone } from './tone.ts';

const ICONS: Readonly<Record<Tone, IconPart>> = {
	plain: IconPoint,
	ok: IconCircleCheck,
	info: IconInfoCircle,
	warn: IconAlertTriangle,
	danger: IconUrgent,
};

interface ChipProps {
	readonly tone?: Tone;
	readonly icon?: IconPart;
	readonly children: ReactNode;
}

/** A short state or alert: icon, word and colour. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
	const Icon = icon ?? ICONS[tone];
	return (
		<span className="nv-chip" data-tone={tone}>
			<Icon size={16} aria-hidden />
			{children}
		</span>
	);
}
