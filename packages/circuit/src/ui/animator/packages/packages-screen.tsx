import { Button } from '@mantine/core';
import { EmptyState, type ScreenProps, useFormats, useSearchText, useText } from '@navette/ui';
import { IconPackages, IconScale, IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { type PieceProduct, pieceProducts } from '../../../client/index.ts';
import type { Package } from '../../../model/index.ts';
import { Pills } from '../../parts/pills.tsx';
import { DeliveryPage } from '../delivery/delivery-page.tsx';
import { deliveryTexts } from '../delivery/delivery-texts.ts';
import { type ReceptionView, useReception } from '../reception/use-reception.ts';
import { NotArrived } from '../unloading/not-arrived.tsx';
import { MoveSheet } from './move-sheet.tsx';
import { PackagePlaces } from './package-places.tsx';
import { packagesTexts } from './packages-texts.ts';
import { ProposalDialog } from './proposal-dialog.tsx';
import { usePackageBoard } from './use-package-board.ts';
import { WeighSheet } from './weigh-sheet.tsx';
import '../unloading/unloading.css';
import './packages.css';

function Board({
	view,
	product,
}: {
	readonly view: ReceptionView;
	readonly product: PieceProduct;
}) {
	const text = useText(packagesTexts);
	const { weight } = useFormats();
	const desk = usePackageBoard(view, product.code);
	const [weighing, setWeighing] = useSearchText('weigh', '');
	const [chosen, choose] = useState<Package>();
	const [proposing, propose] = useState(false);
	const { shelf, baskets } = desk.board;
	const held = baskets.flatMap(({ packages }) => packages);
	const grams = [...shelf, ...held].reduce((sum, { g }) => sum + g, 0);
	return (
		<>
			<div className="cu-counts">
				<p role="status">
					<b>{text.counts(product.present, product.wanted)}</b>
					{grams > 0 ? <span> · {text.total(weight(grams))}</span> : null}
				</p>
				{view.mayReceive ? (
					<div className="ct-actions">
						{desk.proposal.length > 0 ? (
							<Button
								size="md"
								variant="default"
								leftSection={<IconWand size={20} aria-hidden />}
								onClick={() => propose(true)}
							>
								{text.propose}
							</Button>
						) : null}
						<Button
							size="md"
							leftSection={<IconScale size={20} aria-hidden />}
							onClick={() => setWeighing('1')}
						>
							{text.weigh}
						</Button>
					</div>
				) : null}
			</div>
			<PackagePlaces {...{ view, desk, choose }} />
			<WeighSheet
				{...{ view, desk, code: product.code }}
				opened={weighing === '1' && view.mayReceive}
				close={() => setWeighing('')}
			/>
			<MoveSheet {...{ view, desk, chosen }} close={() => choose(undefined)} />
			<ProposalDialog {...{ view, desk }} opened={proposing} close={() => propose(false)} />
		</>
	);
}

function PackagesBody({ view }: { readonly view: ReceptionView }) {
	const text = useText(packagesTexts);
	const [asked, setAsked] = useSearchText('product', '');
	const products = pieceProducts(view.state, view.catalogue, view.tolerance);
	const first = products.find(({ settled }) => !settled) ?? products[0];
	const product = products.find(({ code }) => code === asked) ?? first;
	if (!product)
		return (
			<EmptyState icon={IconPackages} title={text.emptyTitle}>
				{text.empty}
			</EmptyState>
		);
	return (
		<div className="cu-body">
			<NotArrived view={view} />
			<div className="cp-products">
				<Pills
					legend={text.products}
					value={product.code}
					choices={products.map(({ code, label, present, wanted }) => ({
						value: code,
						label: text.product(label, present, wanted),
					}))}
					onChoose={setAsked}
				/>
			</div>
			<Board key={product.code} view={view} product={product} />
		</div>
	);
}

/** A6: packages weighed one by one, and whose basket each is in. */
export default function PackagesScreen({ role, params }: ScreenProps) {
	const text = useText(packagesTexts);
	const shared = useText(deliveryTexts);
	const view = useReception(role, params.gp ?? '', params.livr ?? '', shared.itself);
	return (
		<DeliveryPage view={view} title={text.title} current="packages">
			<PackagesBody view={view} />
		</DeliveryPage>
	);
}
