import { Button, SegmentedControl } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import {
	IconCheck,
	IconClockUp,
	IconLeaf,
	IconPackage,
	IconSnowflake,
	IconTruck,
	IconWeight,
} from '@tabler/icons-react';
import {
	type LoadedCarton,
	type LoadingStop,
	type LoadingTruck,
	overload,
} from '../../../client/index.ts';
import { whenText } from '../../parts/when-text.ts';
import { loadingTexts } from './loading-texts.ts';
import type { LoadingDesk } from './use-loading.ts';

const STATES = [0, 1, 2, 3] as const;
const STORAGES = [
	{ id: 'S', Icon: IconPackage },
	{ id: 'F', Icon: IconLeaf },
	{ id: 'G', Icon: IconSnowflake },
] as const;

interface CartonProps {
	readonly desk: LoadingDesk;
	readonly gc: string;
	readonly carton: LoadedCarton;
}

function CartonRow({ desk, gc, carton }: CartonProps) {
	const text = useText(loadingTexts);
	const { weight } = useFormats();
	const { pr, boxes } = carton;
	const state = desk.stateOf(pr, gc, carton.state);
	const isPending = desk.pending.waiting.has(`${pr}.${gc}`);
	const name = desk.view.producerName(pr);
	return (
		<li data-state={state}>
			<span className="cg-carton-about">
				<b>{name}</b>
				<small className="nv-quiet">
					{boxes > 0 ? text.boxes(boxes) : text.noBoxes} · {weight(carton.weight)}
				</small>
				{isPending ? (
					<Chip tone="info" icon={IconClockUp}>
						{text.pending}
					</Chip>
				) : null}
			</span>
			{desk.canSet(gc) ? (
				<SegmentedControl
					aria-label={text.stateOf(name, desk.view.groupName(gc))}
					size="sm"
					value={String(state)}
					onChange={(value) => desk.set(gc, [{ pr, state }], Number(value))}
					data={STATES.map((one) => ({ value: String(one), label: text.states[one] }))}
				/>
			) : (
				<Chip tone={state === 3 ? 'ok' : 'plain'}>{text.states[state as 0 | 1 | 2 | 3]}</Chip>
			)}
		</li>
	);
}

function Arrival({ desk, gc }: Omit<CartonProps, 'carton'>) {
	const text = useText(loadingTexts);
	const formats = useFormats();
	const { now } = desk.view;
	const at = desk.delivery?.pts[gc]?.tLiv;
	if (at === undefined) return null;
	const said = whenText(at, now, formats);
	return now >= at ? (
		<Chip tone="ok" icon={IconCheck}>
			{text.arrived(said)}
		</Chip>
	) : (
		<small className="nv-quiet">{text.arrives(said)}</small>
	);
}

function StopPart({ desk, stop }: { readonly desk: LoadingDesk; readonly stop: LoadingStop }) {
	const text = useText(loadingTexts);
	const { weight } = useFormats();
	const { gc, cartons } = stop;
	const name = desk.view.groupName(gc);
	const shown = cartons.map(({ pr, state }) => ({ pr, state: desk.stateOf(pr, gc, state) }));
	const left = shown.filter(({ state }) => state < 3).length;
	return (
		<li className="cg-load-stop">
			<div className="cg-load-head">
				<h3>
					{name} <small className="nv-quiet">{text.rank(stop.order)}</small>
				</h3>
				<Arrival desk={desk} gc={gc} />
				<span>{weight(stop.weight)}</span>
				{left > 0 && desk.canSet(gc) ? (
					<Button
						variant="default"
						leftSection={<IconCheck size={18} aria-hidden />}
						aria-label={text.allLoaded(name)}
						onClick={() => desk.set(gc, shown, 3)}
					>
						{text.allLoadedShort}
					</Button>
				) : null}
			</div>
			{cartons.length === 0 ? <p className="nv-quiet">{text.noCartons}</p> : null}
			<ul className="cg-cartons">
				{cartons.map((carton) => (
					<CartonRow key={carton.pr} {...{ desk, gc, carton }} />
				))}
			</ul>
		</li>
	);
}

/** One truck: how full, how cold, and its stops in the order in which they are loaded. */
export function TruckSection({
	desk,
	truck,
}: {
	readonly desk: LoadingDesk;
	readonly truck: LoadingTruck;
}) {
	const text = useText(loadingTexts);
	const { weight } = useFormats();
	const over = overload(truck, desk.trucks);
	const capacity = desk.trucks.find(({ nom }) => nom === truck.truck)?.cap;
	const weights = desk.weightsOf(truck);
	const id = `truck-${truck.truck}`;
	const left = truck.stops
		.flatMap(({ gc, cartons }) => cartons.map(({ pr, state }) => desk.stateOf(pr, gc, state)))
		.filter((state) => state < 3).length;
	return (
		<section className="nv-card cg-panel" aria-labelledby={id}>
			<h2 id={id} className="cg-load-title">
				<IconTruck size={22} aria-hidden />
				{truck.truck === '' ? text.noTruck : text.truck(truck.truck)}
			</h2>
			{truck.truck === '' ? <p className="nv-quiet">{text.noTruckWhy}</p> : null}
			<div className="cg-load-figures">
				{capacity === undefined ? (
					<b>{weight(truck.weight)}</b>
				) : (
					<>
						<meter
							className="cg-meter"
							aria-label={text.truck(truck.truck)}
							min={0}
							max={capacity}
							high={capacity * 0.95}
							value={Math.min(truck.weight, capacity)}
							data-over={over > 0}
						/>
						<b>{text.load(weight(truck.weight), weight(capacity))}</b>
					</>
				)}
				{over > 0 ? (
					<Chip tone="danger" icon={IconWeight}>
						{text.over(weight(over))}
					</Chip>
				) : null}
				<ul className="cg-storages" aria-label={text.weights}>
					{STORAGES.map(({ id: storage, Icon }) => (
						<li key={storage}>
							<Icon size={18} aria-hidden /> {text.storage[storage]}{' '}
							<b>{weight(weights[storage])}</b>
						</li>
					))}
				</ul>
				<Chip tone={left === 0 ? 'ok' : 'warn'}>{text.waiting(left)}</Chip>
			</div>
			<p className="nv-quiet">{text.order}</p>
			<ol className="cg-load-stops">
				{truck.stops.map((stop) => (
					<StopPart key={stop.gc} desk={desk} stop={stop} />
				))}
			</ol>
		</section>
	);
}
