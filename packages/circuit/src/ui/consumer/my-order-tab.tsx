import { Button } from '@mantine/core';
import {
	EmptyState,
	ScreenLink,
	useActions,
	useFormats,
	useNavigation,
	useText,
} from '@navette/ui';
import { IconBasket } from '@tabler/icons-react';
import { alertNames, alertsFor, nextDate, orderSynthesis } from '../../model/index.ts';
import { AlertChip } from '../parts/alert-chip.tsx';
import { usePhaseWords } from '../parts/use-phase-words.ts';
import { deliveriesTexts } from './deliveries-texts.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { MyLines } from './my-lines.tsx';
import { OrderFigures } from './order-figures.tsx';
import { RefusedLines } from './refused-lines.tsx';
import type { DeliveryView } from './use-delivery.ts';
import { useLineChange } from './use-line-change.ts';
import { useOrderRows } from './use-order-rows.ts';
import { useOrderWriting } from './use-order-writing.ts';

function OrderLink({ view, first }: { readonly view: DeliveryView; readonly first: boolean }) {
	const text = useText(deliveryTexts);
	const { go } = useNavigation();
	const { gp, livr } = view.place;
	const to = `deliveries/${gp}/${livr}/order`;
	const label = first ? text.order : text.change;
	const edit = { id: 'edit-order', label, keys: 'e', run: () => go(to) };
	useActions(view.writable ? [edit] : []);
	if (!view.writable) return null;
	return (
		<Button component={ScreenLink} to={to} size="md" aria-keyshortcuts="e">
			{label}
		</Button>
	);
}

function Empty({ view }: { readonly view: DeliveryView }) {
	const text = useText(deliveryTexts);
	const words = usePhaseWords();
	const { delivery, consumer, now, phase } = view;
	const next = delivery && nextDate(delivery, consumer.gc, now, consumer.avance);
	const when = next ? words.next(next, now) : '';
	const why =
		phase === 1
			? text.emptyMineOpen(when)
			: phase === 0
				? text.emptyMineBefore(when)
				: text.emptyMineClosed;
	return (
		<EmptyState
			icon={IconBasket}
			title={text.emptyMineTitle}
			action={<OrderLink view={view} first />}
		>
			{why}
		</EmptyState>
	);
}

/** What I ordered, its figures, its alerts, and the way to change it. */
export function MyOrderTab({ view }: { readonly view: DeliveryView }) {
	const text = useText(deliveryTexts);
	const texts = useText(deliveriesTexts);
	const words = usePhaseWords();
	const formats = useFormats();
	const writing = useOrderWriting(view);
	const { insist } = useLineChange(writing);
	const { order, pending } = writing;
	const rows = useOrderRows(view, order, pending);
	const synthesis = orderSynthesis(order);
	const { delivery, consumer, now } = view;
	const next = delivery && nextDate(delivery, consumer.gc, now, consumer.avance);
	const refused = (
		<RefusedLines
			refused={[...pending.refused.values()]}
			shownAmount={writing.shownAmount}
			keep={writing.dismiss}
			put={insist}
			now={now}
		/>
	);
	if (!order || Object.keys(order.lignes).length === 0)
		return (
			<>
				{refused}
				<Empty view={view} />
			</>
		);
	return (
		<>
			{refused}
			<div className="co-mine-head">
				<div>
					{next ? <p className="co-next">{words.next(next, now)}</p> : null}
					<OrderFigures synthesis={synthesis} />
				</div>
				<OrderLink view={view} first={false} />
			</div>
			<span className="co-chips">
				{alertNames(alertsFor('CO', synthesis.alerts)).map((alert) => (
					<AlertChip key={alert} alert={alert} />
				))}
			</span>
			<MyLines order={order} rows={rows} formats={formats} />
			<p className="nv-quiet">
				{synthesis.state === 'estimated' ? `${texts.estimated}. ` : null}
				{text.notPayment}
			</p>
		</>
	);
}
