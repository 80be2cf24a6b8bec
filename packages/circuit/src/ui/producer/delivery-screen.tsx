import { Tabs } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	ScreenLink,
	type ScreenProps,
	useFormats,
	useSearchText,
	useText,
} from '@navette/ui';
import { IconArrowLeft, IconCalendarOff } from '@tabler/icons-react';
import type { Preparation } from '../../client/index.ts';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { TabStrip } from '../parts/tab-strip.tsx';
import { whenText } from '../parts/when-text.ts';
import { CartonsTab } from './cartons-tab.tsx';
import { FoundTab } from './found-tab.tsx';
import { PrepareTab } from './prepare-tab.tsx';
import { producerTexts } from './producer-texts.ts';
import { type ProducerView, useProducerDelivery } from './use-producer.ts';
import '../parts/frame.css';
import './producer.css';

/** Whether the figures may still change, and until when. */
function Ribbon(props: { readonly view: ProducerView; readonly preparation: Preparation }) {
	const text = useText(producerTexts);
	const formats = useFormats();
	const { view, preparation } = props;
	const { delivery, now } = view;
	if (preparation.phase === 1 && delivery)
		return (
			<p className="cp-ribbon" data-final="no">
				{text.notFinalUntil(whenText(delivery.tClo, now, formats))}
			</p>
		);
	return preparation.isFinal && preparation.phase === 2 ? (
		<p className="cp-ribbon">{text.isFinal}</p>
	) : null;
}

function Parts({ view }: { readonly view: ProducerView }) {
	const text = useText(producerTexts);
	const { money, weight } = useFormats();
	const { preparation } = view;
	const past = preparation?.phase === 3 || preparation?.phase === 6;
	const [tab, setTab] = useSearchText('view', past ? 'found' : 'prepare');
	if (!preparation) return null;
	return (
		<>
			<section className="ci-summary">
				<PhaseChip phase={preparation.phase} />
				<span className="ci-figures">
					<b>≈ {money(preparation.price)}</b>
					<b>{weight(preparation.weight)}</b>
					<b>{text.lines(preparation.rows.length)}</b>
				</span>
			</section>
			<Ribbon view={view} preparation={preparation} />
			<Tabs value={tab} onChange={(value) => setTab(value ?? 'prepare')} keepMounted={false}>
				<TabStrip label={text.views} open={tab}>
					<Tabs.Tab value="prepare">{text.tabs.prepare}</Tabs.Tab>
					<Tabs.Tab value="cartons">{text.tabs.cartons}</Tabs.Tab>
					<Tabs.Tab value="found">{text.tabs.found}</Tabs.Tab>
				</TabStrip>
				<Tabs.Panel value="prepare">
					<PrepareTab view={view} preparation={preparation} />
				</Tabs.Panel>
				<Tabs.Panel value="cartons">
					<CartonsTab view={view} />
				</Tabs.Panel>
				<Tabs.Panel value="found">
					<FoundTab view={view} />
				</Tabs.Panel>
			</Tabs>
		</>
	);
}

function Content({ view }: { readonly view: ProducerView }) {
	const text = useText(producerTexts);
	const { missing, delivery, report } = view;
	if (missing.status === 'refused' && missing.error) return <ErrorState error={missing.error} />;
	if (missing.status !== 'ready') return <LoadingState rows={6} />;
	if (!delivery)
		return (
			<EmptyState icon={IconCalendarOff} title={text.unknownTitle}>
				{text.unknown}
			</EmptyState>
		);
	if (!report.result && report.error)
		return <ErrorState error={report.error} retry={report.refresh} />;
	if (!report.result) return <LoadingState rows={6} />;
	return <Parts view={view} />;
}

/** R2 and R7: what a producer prepares for a delivery, its cartons, and what groups found. */
export default function ProducerDeliveryScreen({ role, params }: ScreenProps) {
	const text = useText(producerTexts);
	const { day } = useFormats();
	const view = useProducerDelivery(role, params.livr ?? '');
	return (
		<Page title={day(view.livr)} aside={<DataAge syncedAt={view.syncedAt} />}>
			<p className="ci-under">
				<ScreenLink to="" className="ci-back">
					<IconArrowLeft size={18} aria-hidden /> <span>{text.back}</span>
				</ScreenLink>
				{view.delivery?.lib ? <b>{view.delivery.lib}</b> : null}
			</p>
			<Content view={view} />
		</Page>
	);
}
