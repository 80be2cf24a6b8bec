import { DataAge, Page, useText } from '@navette/ui';
import type { ReactNode } from 'react';
import { chartTexts } from './charts-texts.ts';

interface Props {
	/** when what is counted was up to date, ms */
	readonly syncedAt?: number | undefined;
	/** when a report that is counted was made, ms */
	readonly asOf?: number | undefined;
	/** how far back it goes, unless it is the deliveries of this device */
	readonly kept?: string;
	readonly children: ReactNode;
}

/** The page of the charts of a role: how old what it counts is, and how far back it goes. */
export function FiguresPage({ syncedAt, asOf, kept, children }: Props) {
	const text = useText(chartTexts);
	return (
		<Page title={text.title} aside={<DataAge {...{ syncedAt, asOf }} />}>
			<p className="nv-quiet">{kept ?? text.kept}</p>
			<div className="nv-charts">{children}</div>
		</Page>
	);
}
