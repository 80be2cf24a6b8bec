import type { ScreenProps } from '@navette/ui';
import { OrderFigures } from './order-figures.tsx';
import { OwnFigures } from './own-figures.tsx';
import { ProducerFigures } from './producer-figures.tsx';

/** The charts of a role, each with its table and its sentence. */
export default function FiguresScreen({ role }: ScreenProps) {
	const Figures =
		role.usage === 'CO' ? OwnFigures : role.usage === 'PR' ? ProducerFigures : OrderFigures;
	return <Figures role={role} />;
}
