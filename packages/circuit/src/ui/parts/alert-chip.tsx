import { Chip, useText } from '@navette/ui';
import {
	IconAlertTriangle,
	IconArrowDownCircle,
	IconCircleHalf2,
	IconTag,
	IconTrendingUp,
} from '@tabler/icons-react';
import type { AlertName } from '../../model/index.ts';
import { alertWords } from './alert-words.ts';

const ICONS = {
	QMAX: IconTrendingUp,
	FRUSTR: IconArrowDownCircle,
	PARITE: IconCircleHalf2,
	PRIX: IconTag,
} as const;

const SERIOUS: readonly AlertName[] = ['FRUSTR', 'PERTE', 'NONDECL', 'PAQ'];

/** One alert: its name, with an icon and a colour. */
export function AlertChip({ alert }: { readonly alert: AlertName }) {
	const words = useText(alertWords);
	const icon = alert in ICONS ? ICONS[alert as keyof typeof ICONS] : IconAlertTriangle;
	return (
		<Chip tone={SERIOUS.includes(alert) ? 'danger' : 'warn'} icon={icon}>
			{words[alert]}
		</Chip>
	);
}
