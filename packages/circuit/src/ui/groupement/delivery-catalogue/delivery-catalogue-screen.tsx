import { Button, SegmentedControl } from '@mantine/core';
import {
	Chip,
	DataAge,
	EmptyState,
	Page,
	type RoleView,
	type ScreenProps,
	useFormats,
	useSearchText,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconCheck, IconEqual, IconRefresh, IconSnowflake } from '@tabler/icons-react';
import { useState } from 'react';
import { type ComparedFilter, shownComparedRows } from '../../../client/index.ts';
import { OfflineNote } from '../../parts/offline-note.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { whenText } from '../../parts/when-text.ts';
import { TellGroups } from '../parts/tell-groups.tsx';
import { TourHead } from '../parts/tour-head.tsx';
import { AmendSheet } from './amend-sheet.tsx';
import { ComparedTable } from './compared-table.tsx';
import { deliveryCatalogueTexts } from './delivery-catalogue-texts.ts';
import {
	type DeliveryCatalogueDesk,
	useDeliveryCatalogue,
	useReset,
} from './use-delivery-catalogue.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import './delivery-catalogue.css';

const FILTERS: readonly ComparedFilter[] = ['differences', 'amended', 'all'];

const mayWrite = ({ phase }: DeliveryCatalogueDesk): boolean =>
	phase === 0 || phase === 1 || phase === 2;

/** Before the opening the catalogue may be calculated again, with or without what was changed by hand. */
function Calculated({ desk }: { readonly desk: DeliveryCatalogueDesk }) {
	const text = useText(deliveryCatalogueTexts);
	const { count, reset } = useReset(desk);
	const calculate = [{ name: 'CatlCalculer', input: desk.place }];
	return (
		<>
			<Button
				variant="default"
				leftSection={<IconRefresh size={18} aria-hidden />}
				title={text.recalculateNote}
				onClick={() => void desk.write(calculate, text.recalculated)}
			>
				{text.recalculate}
			</Button>
			{count === 0 ? null : (
				<Button variant="default" title={text.resetNote} onClick={() => void reset()}>
					{text.reset(count)}
				</Button>
			)}
		</>
	);
}

function Approval({
	desk,
	role,
}: {
	readonly desk: DeliveryCatalogueDesk;
	readonly role: RoleView;
}) {
	const text = useText(deliveryCatalogueTexts);
	const formats = useFormats();
	const { valid, phase, place, view } = desk;
	const canWrite = mayWrite(desk);
	return (
		<section className="nv-card cg-panel">
			<div className="cg-bar">
				{valid === undefined ? (
					<Chip tone="warn">{text.notValid}</Chip>
				) : (
					<Chip tone="ok">{text.valid(whenText(valid, view.now, formats))}</Chip>
				)}
				{canWrite ? (
					<span className="cg-actions">
						{phase === 0 ? <Calculated desk={desk} /> : null}
						<Button
							leftSection={<IconCheck size={18} aria-hidden />}
							onClick={() =>
								void desk.write([{ name: 'CatlValider', input: place }], text.validated)
							}
						>
							{text.validate}
						</Button>
					</span>
				) : null}
			</div>
			{phase === 0 ? <p className="nv-quiet">{text.validWhy}</p> : null}
			{phase === 1 || phase === 2 ? (
				<>
					<p>{text.opened}</p>
					<TellGroups role={role} gp={place.gp} livr={place.livr} />
				</>
			) : null}
			{canWrite ? null : (
				<p className="cg-frozen">
					<IconSnowflake size={20} aria-hidden /> {text.frozen}
				</p>
			)}
		</section>
	);
}

function Rows({ desk }: { readonly desk: DeliveryCatalogueDesk }) {
	const text = useText(deliveryCatalogueTexts);
	const [asked, setFilter] = useSearchText('show', 'differences');
	const [amended, setAmended] = useSearchText('product', '');
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const filter = FILTERS.find((one) => one === asked) ?? 'differences';
	const rows = shownComparedRows(desk.rows, filter);
	const toggle = (code: string) =>
		setChosen((before) =>
			before.has(code)
				? new Set([...before].filter((one) => one !== code))
				: new Set([...before, code]),
		);
	const prods = [...chosen].filter((code) =>
		desk.rows.some((row) => row.code === code && row.differs.general),
	);
	const take = async () => {
		const input = { ...desk.place, avec: 'general', prods };
		const done = await desk.write([{ name: 'CatlAligner', input }], text.taken(prods.length));
		if (done) setChosen(new Set());
	};
	const close = () => {
		desk.writing.dismiss();
		setAmended('');
	};
	return (
		<>
			<div className="ci-toolbar">
				<SegmentedControl
					aria-label={text.filter}
					value={filter}
					onChange={setFilter}
					data={FILTERS.map((value) => ({ value, label: text.filters[value] }))}
				/>
				<span className="nv-quiet" role="status">
					{text.count(rows.length)}
				</span>
				{prods.length > 0 ? (
					<Button loading={desk.writing.isBusy} onClick={() => void take()}>
						{text.take(prods.length)}
					</Button>
				) : null}
			</div>
			{amended === '' ? <RefusalNote refused={desk.writing.refused} /> : null}
			{rows.length === 0 ? (
				<EmptyState
					icon={IconEqual}
					title={text.none}
					action={
						<Button variant="default" onClick={() => setFilter('all')}>
							{text.showAll}
						</Button>
					}
				>
					{text.noneWhy}
				</EmptyState>
			) : (
				<ComparedTable
					{...{ desk, rows, chosen, toggle }}
					canWrite={mayWrite(desk)}
					amend={setAmended}
				/>
			)}
			<AmendSheet desk={desk} row={desk.rows.find(({ code }) => code === amended)} close={close} />
		</>
	);
}

/** P5: the catalogue of a delivery beside the general one and that of the delivery before. */
export default function DeliveryCatalogueScreen({ role, params }: ScreenProps) {
	const text = useText(deliveryCatalogueTexts);
	const { gp = '', livr = '' } = params;
	const desk = useDeliveryCatalogue(role, gp, livr);
	return (
		<Page title={text.title} aside={<DataAge syncedAt={desk.report.asOf} />}>
			<TourHead {...{ gp, livr }} label={desk.delivery?.lib} page="catalogue" />
			<OfflineNote />
			<WhenReady view={desk.report} retry={desk.report.refresh}>
				<Approval desk={desk} role={role} />
				<Rows desk={desk} />
			</WhenReady>
		</Page>
	);
}
