import { ScreenLink, useFormats, useObservable, useSession, useText } from '@navette/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type RefusedWrite, refusedWrites, toolPath } from '../../../client/index.ts';
import { deliveryTexts } from './delivery-texts.ts';
import './delivery.css';

type Asked = Readonly<Partial<Record<'gc' | 'gp' | 'livr', string>>>;

const placeOf = ({ input }: RefusedWrite): Asked => (input ?? {}) as Asked;

/** Entries of an unloading that were refused, whatever screen one comes back to. */
export function RefusedBanner({ gc }: { readonly gc: string }) {
	const text = useText(deliveryTexts);
	const { day } = useFormats();
	const outbox = useObservable(useSession().outbox);
	const own = refusedWrites(outbox).filter((one) => placeOf(one).gc === gc);
	const byDelivery = Map.groupBy(own, (one) => `${placeOf(one).gp} ${placeOf(one).livr}`);
	return [...byDelivery].map(([key, refused]) => {
		const [gp = '', livr = ''] = key.split(' ');
		return (
			<p key={key} className="ct-banner" data-tone="danger" role="alert">
				<IconAlertTriangle size={20} aria-hidden />
				<span>
					<b>{text.refused(refused.length)}</b> · {day(livr)}
				</span>
				<ScreenLink to={toolPath(gp, livr, 'log')}>{text.see}</ScreenLink>
			</p>
		);
	});
}
