import { ScreenLink, useLanguage, useText, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	consumerColumns,
	documentsOf,
	orderPath,
	ordersByConsumer,
	participation,
} from '../../client/index.ts';
import type { ConsumersDirectory } from '../../model/index.ts';
import { dashboardTexts } from './texts.ts';

interface Props {
	readonly gc: string;
	readonly gp: string;
	readonly livr: string;
	readonly directory: ConsumersDirectory | undefined;
}

/** Who ordered in an open delivery, and the names of those who did not yet. */
export function Participation({ gc, gp, livr, directory }: Props) {
	const text = useText(dashboardTexts);
	const language = useLanguage();
	const view = useThread(`CMDG/${gc}.${gp}.${livr}`);
	const orders = documentsOf(view, 'BCC');
	const { ordered, missing } = useMemo(
		() => participation(consumerColumns(directory, ordersByConsumer(orders), language)),
		[directory, orders, language],
	);
	const all = ordered.length + missing.length;
	if (view.status !== 'ready' || all === 0) return null;
	return (
		<div className="ca-participation">
			<p>
				<strong>{text.ordered(ordered.length, all)}</strong>
			</p>
			<span className="ca-bar" aria-hidden>
				<span style={{ width: `${Math.round((100 * ordered.length) / all)}%` }} />
			</span>
			{missing.length === 0 ? (
				<p className="nv-quiet">{text.missing(0)}</p>
			) : (
				<details>
					<summary>{text.missing(missing.length)}</summary>
					<ul className="ca-names">
						{missing.map((one) => (
							<li key={one.co}>
								<ScreenLink to={orderPath(gp, livr, one.co)}>{one.name}</ScreenLink>
							</li>
						))}
					</ul>
				</details>
			)}
		</div>
	);
}
