import { type ScreenProps, useText } from '@navette/ui';
import { DeliveryPage } from '../delivery/delivery-page.tsx';
import { deliveryTexts } from '../delivery/delivery-texts.ts';
import { useReception } from '../reception/use-reception.ts';
import { UnloadingBody } from './unloading-body.tsx';
import { unloadingTexts } from './unloading-texts.ts';
import './unloading.css';

/** A5: what the truck brings, checked with one hand and without network. */
export default function UnloadingScreen({ role, params }: ScreenProps) {
	const text = useText(unloadingTexts);
	const shared = useText(deliveryTexts);
	const view = useReception(role, params.gp ?? '', params.livr ?? '', shared.itself);
	return (
		<DeliveryPage view={view} title={text.title} current="unloading">
			<UnloadingBody view={view} />
		</DeliveryPage>
	);
}
