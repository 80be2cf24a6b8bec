import { ErrorState, LoadingState, type ScreenProps, useText } from '@navette/ui';
import { DeliveryPage } from './delivery-page.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { OrderForm } from './order-form.tsx';
import { orderTexts } from './order-texts.ts';
import { useDelivery } from './use-delivery.ts';
import { useOrderWriting } from './use-order-writing.ts';

/** C3: the order form of a delivery. */
export default function OrderScreen({ role, params }: ScreenProps) {
	const text = useText(orderTexts);
	const delivery = useText(deliveryTexts);
	const { gp = '', livr = '' } = params;
	const view = useDelivery(role, gp, livr);
	const writing = useOrderWriting(view);
	const { catalogue } = view;
	const back = { to: `deliveries/${gp}/${livr}`, label: delivery.tabs.mine };
	return (
		<DeliveryPage
			view={view}
			name={view.writable ? text.title : text.titleClosed}
			back={back}
			asOf={catalogue.asOf}
		>
			{catalogue.result ? <OrderForm view={view} writing={writing} /> : null}
			{!catalogue.result && catalogue.status === 'loading' ? <LoadingState rows={6} /> : null}
			{!catalogue.result && catalogue.error ? (
				<ErrorState error={catalogue.error} retry={catalogue.refresh} />
			) : null}
		</DeliveryPage>
	);
}
