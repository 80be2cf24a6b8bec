import { Button } from '@mantine/core';
import { Chip, EmptyState, ScreenLink, type ScreenProps, useText } from '@navette/ui';
import { IconCircleCheck, IconTruckLoading } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type SettleEntry, settleList, toolPath } from '../../../client/index.ts';
import { AlertChip } from '../../parts/alert-chip.tsx';
import '../../parts/alert-chips.css';
import { DeliveryPage } from '../delivery/delivery-page.tsx';
import { deliveryTexts } from '../delivery/delivery-texts.ts';
import { type ReceptionView, useReception } from '../reception/use-reception.ts';
import { settleTexts } from './settle-texts.ts';
import '../unloading/unloading.css';
import './settle.css';

/** Where the tool that settles a product is. */
const pathOf = ({ scope: { gp, livr } }: ReceptionView, { code, tool, label }: SettleEntry) => {
	const product = encodeURIComponent(code);
	switch (tool) {
		case 'receive':
			return `${toolPath(gp, livr, 'unloading')}?product=${product}`;
		case 'packages':
			return `${toolPath(gp, livr, 'packages')}?product=${product}`;
		case 'share':
			return toolPath(gp, livr, `share/${product}`);
		default:
			return `${toolPath(gp, livr, 'group-order')}?q=${encodeURIComponent(label)}`;
	}
};

function Entry({ view, entry }: { readonly view: ReceptionView; readonly entry: SettleEntry }) {
	const text = useText(settleTexts);
	const tool = text.tools[entry.tool];
	return (
		<li className="nv-card cs-entry" data-code={entry.code}>
			<div>
				<h2>{entry.label}</h2>
				<span className="ci-chips">
					{entry.alerts.map((alert) => (
						<AlertChip key={alert} alert={alert} />
					))}
					{entry.tool === 'receive' && !entry.alerts.includes('NONDECL') ? (
						<Chip tone="warn" icon={IconTruckLoading}>
							{text.notDeclared}
						</Chip>
					) : null}
				</span>
			</div>
			<Button
				component={ScreenLink}
				to={pathOf(view, entry)}
				size="md"
				variant="default"
				aria-label={text.open(tool, entry.label)}
			>
				{tool}
			</Button>
		</li>
	);
}

function SettleBody({ view }: { readonly view: ReceptionView }) {
	const text = useText(settleTexts);
	const { state, catalogue, tolerance, scope } = view;
	const entries = useMemo(
		() => settleList(state.order, Object.values(state.orders), catalogue, tolerance),
		[state, catalogue, tolerance],
	);
	if (entries.length === 0)
		return (
			<EmptyState
				icon={IconCircleCheck}
				title={text.noneTitle}
				action={
					<Button component={ScreenLink} to={toolPath(scope.gp, scope.livr, 'distribution')}>
						{text.toDistribution}
					</Button>
				}
			>
				{text.none}
			</EmptyState>
		);
	return (
		<>
			<p role="status" className="cs-count">
				<b>{text.count(entries.length)}</b>
			</p>
			{view.mayReceive ? null : <p className="ci-hint">{text.archived}</p>}
			<ul className="ct-list">
				{entries.map((entry) => (
					<Entry key={entry.code} view={view} entry={entry} />
				))}
			</ul>
		</>
	);
}

/** A7: what is left to decide, each with the tool that decides it. */
export default function SettleScreen({ role, params }: ScreenProps) {
	const text = useText(settleTexts);
	const shared = useText(deliveryTexts);
	const view = useReception(role, params.gp ?? '', params.livr ?? '', shared.itself);
	return (
		<DeliveryPage view={view} title={text.title} current="settle">
			<SettleBody view={view} />
		</DeliveryPage>
	);
}
