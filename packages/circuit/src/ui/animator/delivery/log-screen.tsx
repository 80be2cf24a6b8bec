import { EmptyState, type ScreenProps, useText } from '@navette/ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { useReception } from '../reception/use-reception.ts';
import { DeliveryPage } from './delivery-page.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { EntryWords, RefusedEntry } from './refused-entry.tsx';

/** What this device wrote of a delivery and the server refused, with both values, or has not yet. */
export default function LogScreen({ role, params }: ScreenProps) {
	const text = useText(deliveryTexts);
	const view = useReception(role, params.gp ?? '', params.livr ?? '', text.itself);
	const { waiting, refused } = view.log;
	return (
		<DeliveryPage view={view} title={text.logTitle} isLog>
			{waiting.length + refused.length === 0 ? (
				<EmptyState icon={IconCircleCheck} title={text.logNone}>
					{text.logNoneWhy}
				</EmptyState>
			) : null}
			{refused.length > 0 ? (
				<section className="ct-part" aria-labelledby="log-refused">
					<h2 id="log-refused">
						{text.logRefused} ({refused.length})
					</h2>
					<ul className="ct-list">
						{refused.map((one) => (
							<RefusedEntry key={one.id} view={view} refused={one} />
						))}
					</ul>
				</section>
			) : null}
			{waiting.length > 0 ? (
				<section className="ct-part" aria-labelledby="log-waiting">
					<h2 id="log-waiting">
						{text.logWaiting} ({waiting.length})
					</h2>
					<p className="nv-quiet">{text.waitingWhy}</p>
					<ol className="ct-waiting">
						{waiting.map((one) => (
							<li key={one.id}>
								<EntryWords entry={one} />
							</li>
						))}
					</ol>
				</section>
			) : null}
		</DeliveryPage>
	);
}
