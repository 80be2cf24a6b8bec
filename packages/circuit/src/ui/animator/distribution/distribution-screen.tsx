import { type ScreenProps, useText } from '@navette/ui';
import { DeliveryPage } from '../delivery/delivery-page.tsx';
import { deliveryTexts } from '../delivery/delivery-texts.ts';
import { useReception } from '../reception/use-reception.ts';
import { DistributionBody } from './distribution-body.tsx';
import { distributionTexts } from './distribution-texts.ts';
import '../unloading/unloading.css';
import './distribution.css';

/** A8: what each takes home, and who took it. */
export default function DistributionScreen({ role, params }: ScreenProps) {
	const text = useText(distributionTexts);
	const shared = useText(deliveryTexts);
	const view = useReception(role, params.gp ?? '', params.livr ?? '', shared.itself);
	return (
		<DeliveryPage view={view} title={text.title} current="distribution">
			<DistributionBody view={view} />
		</DeliveryPage>
	);
}
