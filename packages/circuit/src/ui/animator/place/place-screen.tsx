import { Button, TextInput } from '@mantine/core';
import {
	EmptyState,
	MomentField,
	type RoleView,
	type ScreenProps,
	useFormats,
	useText,
} from '@navette/ui';
import { IconMapPinOff, IconTruck } from '@tabler/icons-react';
import { instantOfField } from '../../../client/index.ts';
import { dateTable, GROUP_ITSELF, type Stop } from '../../../model/index.ts';
import { DatesTab } from '../../consumer/dates-tab.tsx';
import { useDelivery } from '../../consumer/use-delivery.ts';
import '../../consumer/consumer.css';
import '../../consumer/order.css';
import { whenText } from '../../parts/when-text.ts';
import { DeliveryFrame } from '../delivery/delivery-page.tsx';
import '../members/members.css';
import { groupOf } from '../use-dashboard.ts';
import { type GroupOrderView, useGroupOrder } from '../use-group-order.ts';
import { placeTexts } from './place-texts.ts';
import { useStopForm } from './use-stop-form.ts';
import './place.css';

interface MomentProps {
	readonly label: string;
	readonly note: string;
	readonly value: string;
	readonly now: number;
	change(value: string): void;
}

/** A day and an hour, in words on the line below. */
function StopMoment({ label, note, value, now, change }: MomentProps) {
	const formats = useFormats();
	const at = instantOfField(value, formats.timeZone);
	return (
		<MomentField
			{...{ label, value, change }}
			note={at === undefined ? note : `${whenText(at, now, formats)}. ${note}`}
		/>
	);
}

function StopFields({ view, stop }: { readonly view: GroupOrderView; readonly stop: Stop }) {
	const text = useText(placeTexts);
	const { form, type, fault, maySave, save } = useStopForm(view, stop);
	return (
		<form
			className="cm-form"
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
		>
			<div className="cl-times">
				<StopMoment
					{...{ label: text.from, note: text.fromNote, value: form.from, now: view.now }}
					change={(from) => type({ from })}
				/>
				<StopMoment
					{...{ label: text.until, note: text.untilNote, value: form.until, now: view.now }}
					change={(until) => type({ until })}
				/>
			</div>
			<TextInput
				label={text.place}
				description={text.placeNote}
				maxLength={300}
				value={form.place}
				onChange={(event) => type({ place: event.currentTarget.value })}
			/>
			<p className="cm-fault" role="status">
				{fault}
			</p>
			<div>
				<Button type="submit" size="md" disabled={!maySave}>
					{text.save}
				</Button>
			</div>
		</form>
	);
}

function PlaceBody({ role, view }: { readonly role: RoleView; readonly view: GroupOrderView }) {
	const text = useText(placeTexts);
	const formats = useFormats();
	const { gc, gp, livr } = view.scope;
	const group = { ...role, gc, co: GROUP_ITSELF, avance: 0 };
	const own = useDelivery(group, gp, livr);
	const stop = view.delivery?.pts[gc];
	const mayChange = dateTable.tDis[view.phase]?.GC !== undefined;
	if (!stop) return <EmptyState icon={IconMapPinOff} title={text.none} />;
	return (
		<div className="cl-body">
			<section className="nv-card cl-ours" aria-labelledby="cl-ours">
				<h2 id="cl-ours">{text.ours}</h2>
				<p className="nv-quiet">{mayChange ? text.about : text.cannot}</p>
				<p className="cl-truck">
					<IconTruck size={20} aria-hidden />
					<span>
						<b>{text.truck}</b> {text.truckAt(whenText(stop.tLiv, view.now, formats), stop.adrL)}
					</span>
				</p>
				{mayChange ? <StopFields view={view} stop={stop} /> : null}
			</section>
			<DatesTab view={own} />
		</div>
	);
}

/** A10: when and where the group distributes, beside the dates of the delivery. */
export default function PlaceScreen({ role, params }: ScreenProps) {
	const text = useText(placeTexts);
	const view = useGroupOrder(role, params.gp ?? '', params.livr ?? '');
	return (
		<DeliveryFrame view={view} title={text.title} current="place">
			<PlaceBody role={{ ...role, gc: groupOf(role) }} view={view} />
		</DeliveryFrame>
	);
}
