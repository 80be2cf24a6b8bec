import { Tabs } from '@mantine/core';
import { type RoleView, type ScreenProps, useSearchText, useText } from '@navette/ui';
import { IconUserEdit } from '@tabler/icons-react';
import { toolPath } from '../../../client/index.ts';
import { GROUP_ITSELF } from '../../../model/index.ts';
import { MyOrderTab } from '../../consumer/my-order-tab.tsx';
import { OrderForm } from '../../consumer/order-form.tsx';
import { type DeliveryView, useDelivery } from '../../consumer/use-delivery.ts';
import { useOrderWriting } from '../../consumer/use-order-writing.ts';
import '../../consumer/consumer.css';
import '../../consumer/order.css';
import { Fold } from '../../parts/fold.tsx';
import { TabStrip } from '../../parts/tab-strip.tsx';
import { DeliveryFrame } from '../delivery/delivery-page.tsx';
import { groupOf } from '../use-dashboard.ts';
import { type GroupOrderView, useGroupOrder } from '../use-group-order.ts';
import { onBehalfTexts } from './on-behalf-texts.ts';
import { OrderOf } from './order-of.tsx';
import './on-behalf.css';

function Form({ view, done }: { readonly view: DeliveryView; readonly done: string }) {
	const writing = useOrderWriting(view);
	return <OrderForm view={view} writing={writing} done={done} />;
}

interface BodyProps {
	readonly role: RoleView;
	readonly view: GroupOrderView;
	readonly co: string;
	readonly name: string;
}

function Body({ role, view, co, name }: BodyProps) {
	const text = useText(onBehalfTexts);
	const { gp, livr } = view.scope;
	/* the same screens as the consumer's, under the right of the animator: until the closing for all */
	const onBehalf = { ...role, co, avance: 0 };
	const own = useDelivery(onBehalf, gp, livr);
	const [tab, setTab] = useSearchText('view', own.writable ? 'edit' : 'seen');
	return (
		<>
			<Fold line={text.fold}>
				<OrderOf view={view} co={co} />
				{tab === 'edit' ? (
					<p className="cb-mark">
						<IconUserEdit size={18} aria-hidden /> {text.mark(name)}
					</p>
				) : null}
			</Fold>
			<Tabs value={tab} onChange={(value) => setTab(value ?? 'edit')} keepMounted={false}>
				<TabStrip label={text.views} open={tab}>
					<Tabs.Tab value="edit" disabled={!own.writable}>
						{text.edit}
					</Tabs.Tab>
					<Tabs.Tab value="seen">{text.seen}</Tabs.Tab>
				</TabStrip>
				<Tabs.Panel value="edit" className="cb-panel">
					<Form key={co} view={own} done={toolPath(gp, livr, 'group-order')} />
				</Tabs.Panel>
				<Tabs.Panel value="seen" className="cb-panel">
					<section className="nv-card cb-seen" aria-label={text.seenBy(name)}>
						<MyOrderTab view={{ ...own, writable: false }} />
					</section>
				</Tabs.Panel>
			</Tabs>
		</>
	);
}

/** A3: the order of one consumer, written on his behalf, and as he sees it. */
export default function OnBehalfScreen({ role, params }: ScreenProps) {
	const text = useText(onBehalfTexts);
	const { gp = '', livr = '', co = '' } = params;
	const view = useGroupOrder(role, gp, livr);
	const card = view.directory?.cos[co]?.carte;
	const name = co === GROUP_ITSELF ? text.itself : (card?.nom ?? `n° ${co}`);
	return (
		<DeliveryFrame view={view} title={text.title(name)} current="group-order">
			<Body key={co} role={{ ...role, gc: groupOf(role) }} {...{ view, co, name }} />
		</DeliveryFrame>
	);
}
