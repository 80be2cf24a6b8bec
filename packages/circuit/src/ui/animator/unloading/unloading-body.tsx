import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { EmptyState, Sheet, useSearchText, useText } from '@navette/ui';
import { IconChecks, IconSearch, IconTruckDelivery } from '@tabler/icons-react';
import {
	extraRow,
	listedProducts,
	openProducts,
	type UnloadingRow,
} from '../../../client/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { NotArrived } from './not-arrived.tsx';
import { ReceivedPad } from './received-pad.tsx';
import { UnloadingProducers } from './unloading-producers.tsx';
import { unloadingTexts } from './unloading-texts.ts';
import { type Found, type Unloading, useUnloading } from './use-unloading.ts';

const FILTERS = ['all', 'undeclared', 'alerts'] as const;
type Filter = (typeof FILTERS)[number];

const SHOWN: Readonly<Record<Filter, (row: UnloadingRow) => boolean>> = {
	all: () => true,
	undeclared: ({ received }) => !received,
	alerts: ({ alerts }) => alerts !== 0,
};

interface PadProps {
	readonly view: ReceptionView;
	readonly unloading: Unloading;
	readonly code: string;
	open(code: string): void;
}

/** The pad of one product; the next one to declare follows without closing it. */
function OpenPad({ view, unloading, code, open }: PadProps) {
	const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
	const product = view.catalogue.lignes[code];
	const rows = unloading.producers.flatMap(({ rows: own }) => own);
	const row = rows.find((one) => one.code === code) ?? extraRow(code, view.catalogue);
	const at = rows.findIndex((one) => one.code === code);
	const left = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
	const next = left.find(({ received }) => !received)?.code ?? '';
	const take = (found: Found) => {
		if (found.amount !== undefined || found.remark !== undefined) unloading.declare(code, found);
		open(next);
	};
	const accept = () => {
		if (row) unloading.asExpected(row);
		open(next);
	};
	return (
		<Sheet
			opened={row !== undefined && product !== undefined && view.mayReceive}
			title={row?.label ?? ''}
			side={isWide ? 'right' : 'bottom'}
			onClose={() => open('')}
		>
			{row && product ? (
				<ReceivedPad
					key={code}
					{...{ row, product, take }}
					hasNext={next !== ''}
					acceptExpected={accept}
				/>
			) : null}
		</Sheet>
	);
}

function OtherProduct({ view, open }: Pick<PadProps, 'view' | 'open'>) {
	const text = useText(unloadingTexts);
	const lines = view.state.order?.lignes ?? {};
	const others = listedProducts(view.catalogue).filter(({ code }) => !lines[code]);
	if (!view.mayReceive || others.length === 0) return null;
	return (
		<NativeSelect
			className="cu-other"
			label={text.other}
			description={text.otherNote}
			value=""
			data={[
				{ value: '', label: text.otherChoose },
				...others.map(({ code, line }) => ({ value: code, label: line.perm.lib })),
			]}
			onChange={(event) => open(event.currentTarget.value)}
		/>
	);
}

/** Everything that the truck brings, by producer. */
export function UnloadingBody({ view }: { readonly view: ReceptionView }) {
	const text = useText(unloadingTexts);
	const unloading = useUnloading(view);
	const [code, open] = useSearchText('product', '');
	const [asked, setFilter] = useSearchText('show', 'all');
	const filter = FILTERS.find((one) => one === asked) ?? 'all';
	const { producers } = unloading;
	const rows = producers.flatMap(({ rows: own }) => own);
	const undeclared = rows.filter(({ received }) => !received);
	const shippedLeft = undeclared.filter(({ shipped }) => (shipped ?? 0) > 0);
	const settle = openProducts(producers) - undeclared.length;
	const isAny = rows.some(SHOWN[filter]);
	if (rows.length === 0)
		return (
			<>
				<NotArrived view={view} />
				<EmptyState icon={IconTruckDelivery} title={text.emptyTitle}>
					{text.empty}
				</EmptyState>
				<OtherProduct view={view} open={open} />
				<OpenPad {...{ view, unloading, code, open }} />
			</>
		);
	return (
		<div className="cu-body">
			<NotArrived view={view} />
			<div className="cu-counts">
				<p role="status">
					<b>{text.toDeclare(undeclared.length)}</b>
					{settle > 0 ? <span> · {text.toSettle(settle)}</span> : null}
				</p>
				{view.mayReceive && shippedLeft.length > 0 && producers.length > 1 ? (
					<Button
						size="md"
						leftSection={<IconChecks size={20} aria-hidden />}
						onClick={() =>
							unloading.allAs(
								producers.filter(({ undeclared: left }) => left > 0),
								'exp',
							)
						}
					>
						{text.everything}
					</Button>
				) : null}
			</div>
			<SegmentedControl
				aria-label={text.filter}
				className="cu-filter"
				value={filter}
				onChange={setFilter}
				data={FILTERS.map((value) => ({
					value,
					label: `${text.filters[value]} (${rows.filter(SHOWN[value]).length})`,
				}))}
			/>
			{isAny ? (
				<UnloadingProducers {...{ view, unloading, producers, open }} isShown={SHOWN[filter]} />
			) : (
				<EmptyState
					icon={IconSearch}
					title={text.nothing}
					action={<Button onClick={() => setFilter('all')}>{text.showAll}</Button>}
				>
					{text.nothingWhy}
				</EmptyState>
			)}
			<OtherProduct view={view} open={open} />
			<OpenPad {...{ view, unloading, code, open }} />
		</div>
	);
}
