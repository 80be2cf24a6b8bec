import { Button, NativeSelect } from '@mantine/core';
import { Dialog, Sheet, useSearchText, useText } from '@navette/ui';
import { useRef, useState } from 'react';
import { phaseOf } from '../../../model/index.ts';
import { DateFields } from './date-fields.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { StopRow } from './stop-row.tsx';
import { useDateForm } from './use-date-form.ts';
import type { DeliveryDesk } from './use-delivery-desk.ts';
import { type StopsDesk, useStops } from './use-stops.ts';

const STOP_FIELDS = ['tLiv', 'adrL', 'tDis', 'finDis', 'adrD'] as const;

function StopForm(props: { readonly desk: DeliveryDesk; readonly gc: string; close(): void }) {
	const form = useDateForm(props.desk, STOP_FIELDS, props.gc);
	return <DateFields desk={props.desk} form={form} done={props.close} />;
}

function AddStop({ desk, own }: { readonly desk: DeliveryDesk; readonly own: StopsDesk }) {
	const text = useText(deliveryTexts);
	const { view, delivery } = desk;
	const free = view.linked.filter((gc) => {
		const stop = delivery.pts[gc];
		return !stop || stop.retire !== undefined;
	});
	const [chosen, setChosen] = useState('');
	const gc = free.includes(chosen) ? chosen : (free[0] ?? '');
	if (free.length === 0) return <p className="nv-quiet">{text.allServed}</p>;
	return (
		<div className="cg-inline">
			<NativeSelect
				label={text.add}
				description={text.addNote}
				value={gc}
				onChange={(event) => setChosen(event.currentTarget.value)}
				data={free.map((value) => ({ value, label: view.groupName(value) }))}
			/>
			<Button variant="default" onClick={() => own.add(gc)}>
				{text.addDo}
			</Button>
		</div>
	);
}

function ConfirmRemoval({ desk, own }: { readonly desk: DeliveryDesk; readonly own: StopsDesk }) {
	const text = useText(deliveryTexts);
	const name = desk.view.groupName(own.asked ?? '');
	return (
		<Dialog opened={own.asked !== undefined} onClose={own.giveUp} title={text.confirmTitle(name)}>
			<div className="cg-form">
				<p>{text.confirm}</p>
				<div className="cg-actions">
					<Button color="red" onClick={() => own.remove(own.asked ?? '', true)}>
						{text.confirmDo}
					</Button>
					<Button variant="default" onClick={own.giveUp}>
						{text.keep}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}

/** The stops of a tour, in order. */
export function StopsPanel({ desk }: { readonly desk: DeliveryDesk }) {
	const text = useText(deliveryTexts);
	const own = useStops(desk);
	const [edited, setEdited] = useSearchText('stop', '');
	const dragged = useRef<number>(undefined);
	const phase = phaseOf(desk.delivery, desk.view.now);
	const canPlace = phase === 0 || phase === 1 || phase === 2;
	const canRemove = phase === 0 || phase === 1;
	const drop = (to: number) => {
		const from = dragged.current;
		dragged.current = undefined;
		if (from !== undefined) own.move(from, to);
	};
	const isKnown = desk.delivery.pts[edited] !== undefined;
	return (
		<section className="nv-card cg-panel" aria-labelledby="stops">
			<h2 id="stops">{text.stops}</h2>
			<p className="nv-quiet">{own.stops.length === 0 ? text.noStops : text.stopsNote}</p>
			<ol className="cg-stop-list">
				{own.stops.map((placed, index) => (
					<StopRow
						key={placed.gc}
						{...{ desk, own, placed, index, canPlace, canRemove, drop }}
						edit={setEdited}
						drag={(from) => {
							dragged.current = from;
						}}
					/>
				))}
			</ol>
			{canRemove ? <AddStop desk={desk} own={own} /> : null}
			<Sheet
				opened={isKnown}
				onClose={() => setEdited('')}
				title={text.edit(desk.view.groupName(edited))}
			>
				{isKnown ? (
					<StopForm key={edited} desk={desk} gc={edited} close={() => setEdited('')} />
				) : null}
			</Sheet>
			<ConfirmRemoval desk={desk} own={own} />
		</section>
	);
}
