import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
	DataAge,
	EmptyState,
	Page,
	ScreenLink,
	type ScreenProps,
	useActions,
	useSearchText,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconFileUpload, IconPlus, IconSearchOff, IconTag, IconTags } from '@tabler/icons-react';
import { OfflineNote } from '../../parts/offline-note.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { CatalogueCards } from './catalogue-cards.tsx';
import { CatalogueGrid } from './catalogue-grid.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import { CatalogueToolbar } from './catalogue-toolbar.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { NewProductDialog } from './new-product-dialog.tsx';
import { ProductDrawer } from './product-drawer.tsx';
import { type CatalogueDesk, useCatalogue } from './use-catalogue.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import './catalogue.css';

function Rows({ desk }: { readonly desk: CatalogueDesk }) {
	const text = useText(catalogueTexts);
	const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
	if (desk.products.length === 0)
		return (
			<EmptyState icon={IconTags} title={text.emptyTitle}>
				{text.empty}
			</EmptyState>
		);
	if (desk.shown.length === 0) {
		const showAll = () => desk.setQuery({ search: '', pr: '', rayon: '', show: 'all' });
		return (
			<EmptyState
				icon={IconSearchOff}
				title={text.none}
				action={
					<Button variant="default" onClick={showAll}>
						{text.showAll}
					</Button>
				}
			>
				{text.noneWhy}
			</EmptyState>
		);
	}
	return isWide ? <CatalogueGrid desk={desk} /> : <CatalogueCards desk={desk} />;
}

interface TopProps {
	readonly desk: CatalogueDesk;
	ask(what: string): void;
}

function Top({ desk, ask }: TopProps) {
	const text = useText(catalogueTexts);
	const waiting = desk.proposals.waiting.length;
	return (
		<div className="cg-bar cg-catalogue-bar">
			<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => ask('new')}>
				{text.create}
			</Button>
			<Button
				variant="default"
				leftSection={<IconTag size={18} aria-hidden />}
				onClick={() => ask('prices')}
			>
				{text.bulk}
			</Button>
			<Button
				variant="default"
				leftSection={<IconFileUpload size={18} aria-hidden />}
				onClick={() => ask('import')}
			>
				{text.import}
			</Button>
			<ExportButtons desk={desk} />
			<ScreenLink to="catalogue/proposals" className="cg-proposals-link" data-waiting={waiting > 0}>
				{waiting > 0 ? text.proposals(waiting) : text.proposalsLink}
			</ScreenLink>
		</div>
	);
}

/** P4: the general catalogue of a groupement. */
export default function CatalogueScreen({ role }: ScreenProps) {
	const text = useText(catalogueTexts);
	const desk = useCatalogue(role);
	const [asked, ask] = useSearchText('do', '');
	const close = () => {
		desk.writing.dismiss();
		ask('');
	};
	useActions([
		{ id: 'new-product', label: text.create, keys: 'n', run: () => ask('new') },
		{ id: 'bulk-prices', label: text.bulk, run: () => ask('prices') },
		{ id: 'import-products', label: text.import, run: () => ask('import') },
	]);
	return (
		<Page title={text.title} aside={<DataAge syncedAt={desk.report.asOf} />}>
			<OfflineNote />
			<WhenReady view={desk.report} retry={desk.report.refresh}>
				<Top desk={desk} ask={ask} />
				<CatalogueToolbar desk={desk} />
				<Rows desk={desk} />
				<ProductDrawer desk={desk} />
				<NewProductDialog {...{ desk, close }} opened={asked === 'new'} />
				<BulkDialog {...{ desk, close }} opened={asked === 'prices'} />
				<ImportDialog {...{ desk, close }} opened={asked === 'import'} />
			</WhenReady>
		</Page>
	);
}
