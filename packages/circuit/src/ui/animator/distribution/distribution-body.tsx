import { Button, SegmentedControl, Tabs } from '@mantine/core';
import { EmptyState, useFormats, useSearchText, useText } from '@navette/ui';
import { IconBasket, IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import type { BasketView, ProductSharing } from '../../../client/index.ts';
import { TabStrip } from '../../parts/tab-strip.tsx';
import { whenText } from '../../parts/when-text.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { BasketCard } from './basket-card.tsx';
import { BasketLineItem } from './basket-line.tsx';
import { distributionTexts } from './distribution-texts.ts';
import { GivenSheet } from './given-sheet.tsx';
import { type Distribution, type OwnedLine, useDistribution } from './use-distribution.ts';

interface Props {
	readonly view: ReceptionView;
	readonly distribution: Distribution;
	open(owned: OwnedLine): void;
}

const SHOWS = ['all', 'left', 'gone'] as const;
const SHOWN: Readonly<Record<(typeof SHOWS)[number], (one: BasketView) => boolean>> = {
	all: () => true,
	left: ({ pickedUp }) => !pickedUp,
	gone: ({ pickedUp }) => pickedUp !== undefined,
};

/** Before the distribution begins: somebody says that it does. */
function Begin({ view, distribution }: Omit<Props, 'open'>) {
	const text = useText(distributionTexts);
	const formats = useFormats();
	if (distribution.mayHandOver) return null;
	const at = view.delivery?.pts[view.scope.gc]?.tDis;
	if (view.phase !== 4 || at === undefined) return <p className="ci-hint">{text.cannot}</p>;
	return (
		<section className="nv-card cu-not-arrived" aria-label={text.begin}>
			<div>
				<p>{text.beginWhy(whenText(at, view.now, formats))}</p>
			</div>
			<Button size="md" onClick={distribution.begin}>
				{text.begin}
			</Button>
		</section>
	);
}

function Baskets(props: Props) {
	const text = useText(distributionTexts);
	const { baskets } = props.distribution;
	const [opened, setOpened] = useSearchText('basket', '');
	const [asked, setShow] = useSearchText('show', 'all');
	const show = SHOWS.find((one) => one === asked) ?? 'all';
	const shown = baskets.filter((one) => SHOWN[show](one) || one.co === opened);
	return (
		<div className="cu-body">
			<SegmentedControl
				aria-label={text.show}
				className="cu-filter"
				value={show}
				onChange={setShow}
				data={SHOWS.map((value) => ({
					value,
					label: `${text.shows[value]} (${baskets.filter(SHOWN[value]).length})`,
				}))}
			/>
			{shown.length === 0 ? (
				<EmptyState
					title={text.noneTitle}
					action={<Button onClick={() => setShow('all')}>{text.showAll}</Button>}
				/>
			) : null}
			<ul className="cd-baskets">
				{shown.map((basket) => (
					<BasketCard
						key={basket.co}
						{...props}
						basket={basket}
						opened={basket.co === opened}
						toggle={() => setOpened(basket.co === opened ? '' : basket.co)}
					/>
				))}
			</ul>
		</div>
	);
}

function ProductCard({ sharing, ...props }: Props & { readonly sharing: ProductSharing }) {
	const text = useText(distributionTexts);
	const { view, distribution } = props;
	const owned = sharing.parts.map(({ co, ...line }) => ({ co, line }));
	const isLeft = owned.some(({ line }) => !line.given && line.mode !== 'UP' && line.due > 0);
	return (
		<li className="nv-card cd-basket" data-product={sharing.code}>
			<div className="ci-card-head">
				<h2>
					{sharing.label} <small className="nv-quiet">{text.parts(owned.length)}</small>
				</h2>
				{isLeft && view.mayReceive ? (
					<Button
						variant="default"
						leftSection={<IconChecks size={20} aria-hidden />}
						aria-label={text.giveAllOf(sharing.label)}
						onClick={() => distribution.giveAll(sharing.label, owned)}
					>
						{text.giveAll}
					</Button>
				) : null}
			</div>
			<ul className="cd-lines">
				{owned.map((one) => (
					<BasketLineItem key={one.co} {...props} owned={one} name={view.nameOf(one.co)} />
				))}
			</ul>
		</li>
	);
}

/** One basket at a time, or one product at a time. */
export function DistributionBody({ view }: { readonly view: ReceptionView }) {
	const text = useText(distributionTexts);
	const distribution = useDistribution(view);
	const [tab, setTab] = useSearchText('view', 'baskets');
	const [typed, open] = useState<OwnedLine>();
	const { baskets, products } = distribution;
	const gone = baskets.filter(({ pickedUp }) => pickedUp).length;
	if (baskets.length === 0)
		return (
			<EmptyState icon={IconBasket} title={text.emptyTitle}>
				{text.empty}
			</EmptyState>
		);
	const shared = { view, distribution, open };
	return (
		<div className="cu-body">
			<Begin {...shared} />
			<p className="cs-count" role="status">
				<b>{text.picked(gone, baskets.length)}</b>
			</p>
			<Tabs value={tab} onChange={(value) => setTab(value ?? 'baskets')} keepMounted={false}>
				<TabStrip label={text.views} open={tab}>
					<Tabs.Tab value="baskets">{text.baskets}</Tabs.Tab>
					<Tabs.Tab value="products">{text.products}</Tabs.Tab>
				</TabStrip>
				<Tabs.Panel value="baskets" className="cd-panel">
					<Baskets {...shared} />
				</Tabs.Panel>
				<Tabs.Panel value="products" className="cd-panel">
					<ul className="cd-baskets">
						{products.map((sharing) => (
							<ProductCard key={sharing.code} {...shared} sharing={sharing} />
						))}
					</ul>
				</Tabs.Panel>
			</Tabs>
			<GivenSheet {...{ view, distribution }} owned={typed} close={() => open(undefined)} />
		</div>
	);
}
