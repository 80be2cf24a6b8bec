import { Page, type ScreenProps, useText } from '@navette/ui';
import { chartTexts } from './charts-texts.ts';
import { OrderFigures } from './order-figures.tsx';
import { OwnFigures } from './own-figures.tsx';
import { ProducerFigures } from './producer-figures.tsx';

/** The charts of a role, each with its table and its sentence. */
export default function FiguresScreen({ role }: ScreenProps) {
	const text = useText(chartTexts);
	const Figures =
		role.usage === 'CO' ? OwnFigures : role.usage === 'PR' ? ProducerFigures : OrderFigures;
	return (
		<Page title={text.title}>
			<p className="nv-quiet">{text.kept}</p>
			<Figures role={role} />
		</Page>
	);
}
