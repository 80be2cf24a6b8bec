import { ScreenLink, useText } from '@navette/ui';
import { IconAlertTriangle, IconClockUp } from '@tabler/icons-react';
import { toolPath } from '../../../client/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { deliveryTexts } from './delivery-texts.ts';

/** What this device wrote and the server does not have: refused first, then what waits. */
export function LogBanner({ view }: { readonly view: ReceptionView }) {
	const text = useText(deliveryTexts);
	const { waiting, refused, fault } = view.log;
	const { gp, livr } = view.scope;
	const count = waiting.length;
	return (
		<div className="ct-banners">
			{fault === undefined ? null : (
				<p className="ct-banner" data-tone="danger" role="alert">
					<IconAlertTriangle size={20} aria-hidden /> <span>{fault}</span>
				</p>
			)}
			{refused.length > 0 ? (
				<p className="ct-banner" data-tone="danger" role="alert">
					<IconAlertTriangle size={20} aria-hidden />
					<span>
						<b>{text.refused(refused.length)}</b>
					</span>
					<ScreenLink to={toolPath(gp, livr, 'log')}>{text.see}</ScreenLink>
				</p>
			) : null}
			<div role="status">
				{count > 0 ? (
					<p className="ct-banner">
						<IconClockUp size={20} aria-hidden />
						<span>
							<b>{text.waiting(count)}</b> <span className="ct-why">{text.waitingWhy}</span>
						</span>
					</p>
				) : null}
			</div>
		</div>
	);
}
