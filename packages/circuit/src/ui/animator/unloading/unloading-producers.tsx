import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconArrowBackUp, IconChecks } from '@tabler/icons-react';
import {
	declaredAsExpected,
	type UnloadingProducer,
	type UnloadingRow,
} from '../../../client/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { UnloadingLine } from './unloading-line.tsx';
import { unloadingTexts } from './unloading-texts.ts';
import type { Unloading } from './use-unloading.ts';

interface Props {
	readonly view: ReceptionView;
	readonly unloading: Unloading;
	readonly producers: readonly UnloadingProducer[];
	isShown(row: UnloadingRow): boolean;
	open(code: string): void;
}

function ProducerKeys({
	producer,
	name,
	allAs,
}: {
	readonly producer: UnloadingProducer;
	readonly name: string;
	readonly allAs: Unloading['allAs'];
}) {
	const text = useText(unloadingTexts);
	const left = producer.rows.filter(({ received }) => !received);
	if (left.length === 0) return null;
	const as = left.some(({ shipped }) => (shipped ?? 0) > 0) ? 'exp' : 'cmd';
	const what = as === 'exp' ? text.producerAsShipped : text.producerAsOrdered;
	return (
		<Button
			size="md"
			variant="default"
			leftSection={<IconChecks size={20} aria-hidden />}
			aria-label={text.producer(name, what)}
			onClick={() => allAs([producer], as)}
		>
			{what}
		</Button>
	);
}

/** The way back from "all as shipped" once its undo is gone: another truck, another carton. */
function TakeBack({
	producer,
	name,
	takeBack,
}: {
	readonly producer: UnloadingProducer;
	readonly name: string;
	readonly takeBack: Unloading['takeBack'];
}) {
	const text = useText(unloadingTexts);
	const { length } = declaredAsExpected(producer);
	if (length < 2) return null;
	const what = text.takeBack(length);
	return (
		<Button
			className="cu-take-back"
			size="sm"
			variant="subtle"
			leftSection={<IconArrowBackUp size={18} aria-hidden />}
			aria-label={text.producer(name, what)}
			onClick={() => takeBack(producer)}
		>
			{what}
		</Button>
	);
}

/** What each producer brings, line by line. */
export function UnloadingProducers({ view, unloading, producers, isShown, open }: Props) {
	const text = useText(unloadingTexts);
	const { producerName, asExpected, allAs, takeBack } = unloading;
	return producers.map((producer) => {
		const rows = producer.rows.filter(isShown);
		const name = producerName(producer.pr);
		if (rows.length === 0) return null;
		return (
			<section key={producer.pr} className="nv-card cu-producer" aria-label={name}>
				<div className="cu-producer-head">
					<div>
						<h2>{name}</h2>
						<p className="nv-quiet">{text.toDeclare(producer.undeclared)}</p>
					</div>
					{view.mayReceive ? <ProducerKeys {...{ producer, name, allAs }} /> : null}
				</div>
				<ul className="cu-lines">
					{rows.map((row) => (
						<UnloadingLine
							key={row.code}
							row={row}
							perm={view.catalogue.lignes[row.code]?.perm ?? { mode: row.mode, emb: 'unite' }}
							writable={view.mayReceive}
							open={() => open(row.code)}
							accept={() => asExpected(row)}
						/>
					))}
				</ul>
				{view.mayReceive ? <TakeBack {...{ producer, name, takeBack }} /> : null}
			</section>
		);
	});
}
