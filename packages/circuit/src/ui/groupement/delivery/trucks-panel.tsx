import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Chip, parseWeight, useFormats, useText } from '@navette/ui';
import { IconTrash, IconWeight } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type TruckLoad, truckLoads } from '../../../client/index.ts';
import type { Truck } from '../../../model/index.ts';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryDesk } from './use-delivery-desk.ts';

/** How full a truck is, drawn and said. */
function TruckMeter({ load }: { readonly load: TruckLoad }) {
	const text = useText(deliveryTexts);
	const { weight } = useFormats();
	const { name, capacity } = load;
	if (capacity === undefined) return <span>{weight(load.weight)}</span>;
	return (
		<>
			<meter
				className="cg-meter"
				aria-label={`${text.truck} ${name}`}
				min={0}
				max={capacity}
				high={capacity * 0.95}
				value={Math.min(load.weight, capacity)}
				data-over={load.isOver}
			/>
			<span>{text.load(weight(load.weight), weight(capacity))}</span>
			{load.isOver ? (
				<Chip tone="danger" icon={IconWeight}>
					{text.over(weight(load.weight - capacity))}
				</Chip>
			) : null}
		</>
	);
}

function AddTruck({ save }: { save(truck: Truck): Promise<boolean> }) {
	const text = useText(deliveryTexts);
	const [nom, setName] = useState('');
	const [typed, setTyped] = useState('');
	const [isTold, setTold] = useState(false);
	const cap = parseWeight(typed);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if (cap === undefined || cap < 1 || nom.trim() === '') return;
		if (!(await save({ nom: nom.trim(), cap }))) return;
		setName('');
		setTyped('');
		setTold(false);
	};
	return (
		<form className="cg-inline" onSubmit={(event) => void submit(event)} noValidate>
			<TextInput
				label={text.truckName}
				description={text.truckNameNote}
				maxLength={20}
				value={nom}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<TextInput
				label={text.capacity}
				description={text.capacityNote}
				value={typed}
				error={isTold && (cap === undefined || cap < 1) ? text.capacityWrong : undefined}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
			<Button type="submit" variant="default">
				{text.addTruck}
			</Button>
		</form>
	);
}

/** The trucks of the groupement: what they may carry, what they carry in this tour. */
export function TrucksPanel({
	desk,
	isMain,
}: {
	readonly desk: DeliveryDesk;
	readonly isMain: boolean;
}) {
	const text = useText(deliveryTexts);
	const { trucks, delivery, weightOf, writing, view, sheet } = desk;
	const write = async (camions: readonly Truck[], said: string) => {
		const input = { right: view.right, type: 'FGP', id: view.gp, par: { camions } };
		const done = await writing.run([{ name: 'FicheMaj', input }], said);
		if (done !== undefined) sheet.refresh();
		return done !== undefined;
	};
	const save = (truck: Truck) =>
		write([...trucks.filter(({ nom }) => nom !== truck.nom), truck], text.truckSaved(truck.nom));
	const drop = (name: string) =>
		write(
			trucks.filter(({ nom }) => nom !== name),
			text.truckDropped(name),
		);
	return (
		<section className="nv-card cg-panel" aria-labelledby="trucks">
			<h2 id="trucks">{text.trucks}</h2>
			<p className="nv-quiet">{isMain ? text.trucksNote : text.helper}</p>
			<ul className="cg-trucks">
				{truckLoads(delivery, trucks, weightOf).map((load) => (
					<li key={load.name}>
						<b>{load.name === '' ? text.noTruck : `${text.truck} ${load.name}`}</b>
						<TruckMeter load={load} />
						{isMain && load.capacity !== undefined ? (
							<ActionIcon
								variant="subtle"
								color="red"
								size={44}
								aria-label={text.dropTruck(load.name)}
								onClick={() => void drop(load.name)}
							>
								<IconTrash size={18} aria-hidden />
							</ActionIcon>
						) : null}
					</li>
				))}
			</ul>
			{isMain ? <AddTruck save={save} /> : null}
		</section>
	);
}
