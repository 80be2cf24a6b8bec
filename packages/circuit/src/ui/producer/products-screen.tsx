import {
	DataAge,
	Dialog,
	EmptyState,
	ErrorState,
	LoadingState,
	Page,
	type ScreenProps,
	useFormats,
	useNow,
	useReport,
	useSearchText,
	useText,
} from '@navette/ui';
import { IconCarrot, IconSearchOff } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
	type GeneralProduct,
	generalProducts,
	type Producer,
	producerOf,
	type RefusedProposal,
} from '../../client/index.ts';
import { type GeneralCatalogue, localTimeOf } from '../../model/index.ts';
import { PhotoField } from '../parts/photo/photo-field.tsx';
import { usePhotos } from '../parts/photo/use-photos.ts';
import { ProductCard } from './product-card.tsx';
import { ProductShelves } from './product-shelves.tsx';
import { ProductsProposalForm, type Proposing } from './products-proposal-form.tsx';
import { ProductProposals, RefusedProposals } from './products-proposals.tsx';
import { productsTexts } from './products-texts.ts';
import { useGroupNames } from './use-producer.ts';
import { type Proposals, useProposals } from './use-proposals.ts';
import '../parts/frame.css';
import './producer.css';
import { SearchField } from '../parts/search-field.tsx';

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replaceAll(/\p{Diacritic}/gu, '')
		.toLowerCase();

interface ListProps {
	readonly products: readonly GeneralProduct[];
	readonly producer: Pick<Producer, 'gp' | 'right'>;
	readonly proposals: Proposals;
	propose(code: string): void;
}

function ProductList({ products, producer, proposals, propose }: ListProps) {
	const text = useText(productsTexts);
	const { right, gp } = producer;
	const photos = usePhotos(gp);
	const groupName = useGroupNames();
	const [search, setSearch] = useSearchText('q', '');
	const shown = products.filter(({ product }) => plain(product.lib).includes(plain(search)));
	const cardOf = (entry: GeneralProduct, inShelf: boolean) => (
		<ProductCard key={entry.code} {...{ entry, groupName, inShelf }}>
			{entry.isRemoved ? null : (
				<PhotoField
					{...{ right, gp }}
					prod={entry.code}
					name={entry.product.lib}
					photo={photos.get(entry.code)}
					isOneOfMany
				/>
			)}
			<ProductProposals {...{ entry, proposals }} propose={() => propose(entry.code)} />
		</ProductCard>
	);
	return (
		<>
			<div className="ci-toolbar">
				<SearchField
					label={text.search}
					value={search}
					onChange={setSearch}
					action={{ id: 'products-search', label: text.search }}
				/>
				<span className="nv-quiet" role="status">
					{text.count(shown.length)}
				</span>
			</div>
			{shown.length === 0 ? (
				<EmptyState icon={IconSearchOff} title={text.noneFound}>
					{text.noneFoundWhy}
				</EmptyState>
			) : null}
			<ProductShelves {...{ products, shown, proposals, cardOf }} isSearch={search.trim() !== ''} />
			<p className="nv-quiet cp-tight">
				{text.kept} {text.photos}
			</p>
		</>
	);
}

/** The product whose conditions are being proposed: in the address, so that a link may open it. */
function useProposing(products: readonly GeneralProduct[]) {
	const [code, open] = useSearchText('propose', '');
	const [correcting, correct] = useState<NonNullable<Proposing['correcting']>>();
	const entry = products.find((one) => one.code === code && !one.isRemoved);
	const proposing: Proposing | undefined = entry && {
		entry,
		...(correcting ? { correcting } : {}),
	};
	return {
		proposing,
		propose(next: string) {
			correct(undefined);
			open(next);
		},
		correct({ id, asked }: RefusedProposal) {
			if (!asked) return;
			correct({ id, cv: asked.cv, reason: asked.reason });
			open(asked.prod);
		},
		close: () => open(''),
	};
}

/** Reads again when a count moves: what is accepted is in the catalogue. */
function useRefreshAt(count: number, refresh: () => void) {
	const seen = useRef(count);
	useEffect(() => {
		if (seen.current !== count) refresh();
		seen.current = count;
	}, [count, refresh]);
}

/** R4: the products of a producer, with their conditions in force and to come, and what he proposes. */
export default function ProductsScreen({ role }: ScreenProps) {
	const text = useText(productsTexts);
	const { timeZone } = useFormats();
	const { right, gp } = producerOf(role);
	const now = useNow();
	const report = useReport<GeneralCatalogue | null>('Lire', { right, type: 'CATG', id: gp });
	const proposals = useProposals(role);
	const today = localTimeOf(now, timeZone).day;
	const products = useMemo(
		() => generalProducts(report.result ?? undefined, today),
		[report.result, today],
	);
	const { proposing, propose, correct, close } = useProposing(products);
	useRefreshAt(proposals.accepted, report.refresh);
	return (
		<Page title={text.title} aside={<DataAge asOf={report.asOf} />}>
			{report.error && !report.result ? (
				<ErrorState error={report.error} retry={report.refresh} />
			) : null}
			{report.status === 'loading' ? <LoadingState rows={5} /> : null}
			{report.status === 'ready' && products.length === 0 ? (
				<EmptyState icon={IconCarrot} title={text.emptyTitle}>
					{text.empty}
				</EmptyState>
			) : null}
			<RefusedProposals proposals={proposals} correct={correct} />
			<p className="cp-tight" role="status">
				{proposals.waiting > 0 ? text.waiting(proposals.waiting) : null}{' '}
				{proposals.leaving > 0 ? text.leaving : null}
			</p>
			{products.length > 0 ? (
				<ProductList {...{ products, proposals, propose }} producer={{ right, gp }} />
			) : null}
			<Dialog
				opened={proposing !== undefined}
				onClose={close}
				size="lg"
				title={text.proposeTitle(proposing?.entry.product.lib ?? '')}
			>
				{proposing ? (
					<ProductsProposalForm
						key={proposing.correcting?.id ?? proposing.entry.code}
						{...{ proposing, proposals, today }}
						done={close}
					/>
				) : null}
			</Dialog>
		</Page>
	);
}
