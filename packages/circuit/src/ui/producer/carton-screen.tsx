import { Button, SegmentedControl } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	ScreenLink,
	type ScreenProps,
	useFormats,
	useText,
} from '@navette/ui';
import { IconArrowLeft, IconChecks, IconPackageOff } from '@tabler/icons-react';
import { CARTON_STATES, type CartonState } from '../../client/index.ts';
import { whenText } from '../parts/when-text.ts';
import { BoxesForm } from './boxes-form.tsx';
import { cartonTexts } from './carton-texts.ts';
import { PackingLine } from './packing-line.tsx';
import { RefusedPacking } from './refused-packing.tsx';
import { type CartonWriting, useCarton } from './use-carton.ts';
import { type Packing, usePacking } from './use-packing.ts';
import { type ProducerView, useProducerDelivery } from './use-producer.ts';
import '../parts/frame.css';
import './producer.css';

/** Why nothing can be written now. */
function ClosedNote(props: { readonly view: ProducerView; readonly writing: CartonWriting }) {
	const text = useText(cartonTexts);
	const formats = useFormats();
	const { view, writing } = props;
	if (writing.writable) return null;
	const { delivery, now } = view;
	const sentence =
		writing.phase === 1 && delivery
			? text.notYet(whenText(delivery.tClo, now, formats))
			: writing.phase === 4 || writing.phase === 5
				? text.tooLate
				: text.over;
	return (
		<p className="cp-ribbon" data-final="no">
			{sentence}
		</p>
	);
}

/** How far the carton is, its total, and what is still open. */
function StateForm(props: { readonly writing: CartonWriting; readonly packing: Packing }) {
	const text = useText(cartonTexts);
	const { weight, money } = useFormats();
	const { writing, packing } = props;
	const open = writing.rows.filter(({ packed }) => packed === undefined).length;
	return (
		<section className="ci-part" aria-labelledby="carton-state">
			<h2 id="carton-state">{text.state}</h2>
			<SegmentedControl
				size="md"
				fullWidth
				aria-labelledby="carton-state"
				className="cp-states"
				disabled={!writing.writable}
				value={String(writing.carton?.etat ?? 0)}
				onChange={(value) => packing.setState(Number(value) as CartonState)}
				data={CARTON_STATES.map((state) => ({ label: text.states[state], value: String(state) }))}
			/>
			{writing.writable && open > 0 ? (
				<p className="nv-quiet cp-tight">{text.stillOpen(open)}</p>
			) : null}
			<p className="cp-tight">
				{text.total} <b>{weight(writing.rows.reduce((sum, { gross }) => sum + gross, 0))}</b> ·{' '}
				<b>≈ {money(writing.rows.reduce((sum, { price }) => sum + price, 0))}</b>
			</p>
		</section>
	);
}

function Carton({ view, gc }: { readonly view: ProducerView; readonly gc: string }) {
	const text = useText(cartonTexts);
	const writing = useCarton(view, gc);
	const packing = usePacking(writing);
	const { rows, writable } = writing;
	if (rows.length === 0)
		return (
			<EmptyState icon={IconPackageOff} title={text.emptyTitle}>
				{text.empty}
			</EmptyState>
		);
	const left = rows.filter(({ packed, mode }) => packed === undefined && mode === 'U').length;
	return (
		<>
			<ClosedNote {...{ view, writing }} />
			<RefusedPacking writing={writing} />
			{writing.fault ? <p role="alert">{writing.fault}</p> : null}
			<p className="nv-quiet cp-tight" role="status">
				{writing.waiting > 0 ? text.waiting(writing.waiting) : ''}
			</p>
			<section className="ci-part" aria-labelledby="carton-lines">
				<h2 id="carton-lines">{text.lines}</h2>
				{writable && left > 1 ? (
					<div className="cp-all">
						<Button
							size="md"
							leftSection={<IconChecks size={20} aria-hidden />}
							onClick={packing.packAll}
						>
							{text.allAsOrdered}
						</Button>
						<small className="nv-quiet">{text.allWhy}</small>
					</div>
				) : null}
				<ul className="cp-lines">
					{rows.map((row) => (
						<PackingLine key={row.rp} {...{ row, packing, writable }} />
					))}
				</ul>
			</section>
			{writable || writing.carton?.cols ? <BoxesForm writing={writing} /> : null}
			<StateForm {...{ writing, packing }} />
		</>
	);
}

function Content({ view, gc }: { readonly view: ProducerView; readonly gc: string }) {
	const { missing, report } = view;
	if (missing.status === 'refused' && missing.error) return <ErrorState error={missing.error} />;
	if (missing.status !== 'ready') return <LoadingState rows={6} />;
	if (!report.result && report.error)
		return <ErrorState error={report.error} retry={report.refresh} />;
	if (!report.result) return <LoadingState rows={6} />;
	return <Carton view={view} gc={gc} />;
}

/** R3: the carton of one group, packed product by product, with or without network. */
export default function CartonScreen({ role, params }: ScreenProps) {
	const text = useText(cartonTexts);
	const { day } = useFormats();
	const { livr = '', gc = '' } = params;
	const view = useProducerDelivery(role, livr);
	const { gp } = view.producer;
	return (
		<Page title={text.title(view.groupName(gc))} aside={<DataAge syncedAt={view.syncedAt} />}>
			<p className="ci-under">
				<ScreenLink to={`deliveries/${gp}/${livr}?view=cartons`}>
					<IconArrowLeft size={16} aria-hidden /> {text.back}
				</ScreenLink>
				<b>{day(livr)}</b>
			</p>
			<Content view={view} gc={gc} />
		</Page>
	);
}
