import { ScreenLink, useFormats, useText } from '@navette/ui';
import { IconArrowLeft } from '@tabler/icons-react';
import { type DeliveryTool, deliveryTools, toolPath } from '../../../client/index.ts';
import type { Phase } from '../../../model/index.ts';
import { useStrip } from '../../parts/use-strip.ts';
import { deliveryTexts } from './delivery-texts.ts';
import './delivery.css';

interface Props {
	readonly gp: string;
	readonly livr: string;
	readonly groupement: string;
	/** absent as long as the delivery is not there */
	readonly phase: Phase | undefined;
	readonly current?: DeliveryTool;
}

/** Which delivery this is, and its tools: the one of the moment is marked. */
export function DeliveryHead({ gp, livr, groupement, phase, current }: Props) {
	const text = useText(deliveryTexts);
	const { day } = useFormats();
	const offered = phase === undefined ? undefined : deliveryTools(phase);
	const bar = useStrip<HTMLElement>(offered && (current ?? ''));
	return (
		<>
			<p className="ci-under">
				<ScreenLink to="" className="ci-back">
					<IconArrowLeft size={18} aria-hidden /> <span>{text.back}</span>
				</ScreenLink>
				<span>
					{groupement} · <b>{day(livr)}</b>
				</span>
			</p>
			{offered ? (
				<nav ref={bar} className="ct-tools ci-strip" aria-label={text.toolsLabel}>
					{offered.tools.map((tool) => (
						<ScreenLink
							key={tool}
							to={toolPath(gp, livr, tool)}
							aria-current={tool === current ? 'page' : undefined}
							data-now={tool === offered.now || undefined}
						>
							{text.tools[tool]}
							{tool === offered.now ? (
								<span className="nv-hidden">, {text.ofTheMoment}</span>
							) : null}
						</ScreenLink>
					))}
				</nav>
			) : null}
		</>
	);
}
