import { EmptyState, useText } from '@navette/ui';
import { IconChartBar } from '@tabler/icons-react';
import { chartTexts } from './charts-texts.ts';

/** Nothing to draw yet, and why. */
export function NoFigures() {
	const text = useText(chartTexts);
	return (
		<EmptyState icon={IconChartBar} title={text.emptyTitle}>
			{text.empty}
		</EmptyState>
	);
}
