import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { PlacedStop } from '../../../client/index.ts';
import { whenText } from '../../parts/when-text.ts';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryDesk } from './use-delivery-desk.ts';
import type { StopsDesk } from './use-stops.ts';

interface Props {
	readonly desk: DeliveryDesk;
	readonly own: StopsDesk;
	readonly placed: PlacedStop;
	readonly index: number;
	/** Whether the order of the tour may still change, and stops come and go. */
	readonly canPlace: boolean;
	readonly canRemove: boolean;
	edit(gc: string): void;
	drag(index: number): void;
	drop(index: number): void;
}

function About({ desk, placed }: Pick<Props, 'desk' | 'placed'>) {
	const text = useText(deliveryTexts);
	const formats = useFormats();
	const { now } = desk.view;
	const { gc, stop } = placed;
	const weight = desk.weightOf(gc);
	return (
		<div className="cg-stop-about">
			<b>{desk.view.groupName(gc)}</b>
			{stop.retire === undefined ? null : <Chip tone="danger">{text.retired}</Chip>}
			<span>{text.arrives(whenText(stop.tLiv, now, formats))}</span>
			<small className="nv-quiet">
				{text.distributes(whenText(stop.tDis, now, formats))} · {stop.adrL} ·{' '}
				{weight > 0 ? text.ordered(formats.weight(weight)) : text.noOrder}
			</small>
		</div>
	);
}

function Place({ own, placed, index, desk }: Pick<Props, 'own' | 'placed' | 'index' | 'desk'>) {
	const text = useText(deliveryTexts);
	const name = desk.view.groupName(placed.gc);
	const last = own.stops.filter(({ stop }) => stop.retire === undefined).length - 1;
	return (
		<span className="cg-stop-place">
			<ActionIcon
				variant="default"
				size={44}
				aria-label={text.up(name)}
				disabled={index === 0}
				onClick={() => own.move(index, index - 1)}
			>
				<IconArrowUp size={18} aria-hidden />
			</ActionIcon>
			<ActionIcon
				variant="default"
				size={44}
				aria-label={text.down(name)}
				disabled={index >= last}
				onClick={() => own.move(index, index + 1)}
			>
				<IconArrowDown size={18} aria-hidden />
			</ActionIcon>
		</span>
	);
}

function TruckChoice({ desk, own, placed }: Pick<Props, 'desk' | 'own' | 'placed'>) {
	const text = useText(deliveryTexts);
	const { cam } = placed.stop;
	const names = new Set([
		...desk.trucks.map(({ nom }) => nom),
		...(cam === undefined ? [] : [cam]),
	]);
	return (
		<NativeSelect
			aria-label={`${text.truck}, ${desk.view.groupName(placed.gc)}`}
			value={cam ?? ''}
			onChange={({ currentTarget: { value } }) =>
				own.setTruck(placed.gc, value === '' ? null : value)
			}
			data={[
				{ value: '', label: text.noTruck },
				...[...names].map((value) => ({ value, label: `${text.truck} ${value}` })),
			]}
		/>
	);
}

/** One stop: dragged, or moved by keys and buttons; its truck; what else may be done with it. */
export function StopRow(props: Props) {
	const { desk, own, placed, index, canPlace, canRemove, edit, drag, drop } = props;
	const text = useText(deliveryTexts);
	const row = useRef<HTMLLIElement>(null);
	const { gc, stop } = placed;
	const name = desk.view.groupName(gc);
	const isServed = stop.retire === undefined;
	const press = (event: KeyboardEvent) => {
		const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
		if (!event.altKey || step === undefined || !canPlace || !isServed) return;
		event.preventDefault();
		own.move(index, index + step);
	};
	return (
		<li
			ref={row}
			className="nv-card cg-stop"
			draggable={canPlace && isServed}
			onDragStart={() => drag(index)}
			onDragOver={(event) => event.preventDefault()}
			onDrop={() => drop(index)}
			onKeyDown={press}
		>
			<span className="cg-stop-rank" aria-hidden>
				{canPlace && isServed ? <IconGripVertical size={18} /> : null}
				{isServed ? index + 1 : '–'}
			</span>
			<About desk={desk} placed={placed} />
			{isServed && canPlace ? (
				<>
					<TruckChoice desk={desk} own={own} placed={placed} />
					<Place {...{ own, placed, index, desk }} />
				</>
			) : null}
			{isServed ? (
				<span className="cg-stop-actions">
					<Button variant="subtle" aria-label={text.edit(name)} onClick={() => edit(gc)}>
						{text.editShort}
					</Button>
					{canRemove ? (
						<Button
							variant="subtle"
							color="red"
							aria-label={text.remove(name)}
							onClick={() => own.remove(gc, false)}
						>
							{text.removeShort}
						</Button>
					) : null}
				</span>
			) : null}
		</li>
	);
}
