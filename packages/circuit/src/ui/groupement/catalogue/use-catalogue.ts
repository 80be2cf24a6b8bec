import { type ReportHandle, type RoleView, useReport, useSearchText, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	type CatalogueQuery,
	documentsOf,
	type GeneralProduct,
	generalProducts,
	listedProposals,
	shownGeneralProducts,
} from '../../../client/index.ts';
import { type GeneralCatalogue, localTimeOf } from '../../../model/index.ts';
import { useWrite, type Writing } from '../../parts/use-write.ts';
import { type GroupementView, useGroupement } from '../parts/use-groupement.ts';

/** The general catalogue at the desk of its groupement. */
export interface CatalogueDesk {
	readonly view: GroupementView;
	readonly report: ReportHandle<GeneralCatalogue | null>;
	readonly writing: Writing;
	/** Day `yyyymmdd` there. */
	readonly today: number;
	readonly products: readonly GeneralProduct[];
	readonly shown: readonly GeneralProduct[];
	readonly query: CatalogueQuery;
	setQuery(change: Partial<CatalogueQuery>): void;
	readonly proposals: ReturnType<typeof listedProposals>;
	/** Code of the product whose drawer is open; empty = none. */
	readonly opened: string;
	open(code: string): void;
	/** Runs operations, then reads the catalogue again. */
	write(calls: Parameters<Writing['run']>[0], said: string): Promise<boolean>;
}

const SHOWS: readonly CatalogueQuery['show'][] = ['sold', 'coming', 'off', 'removed', 'all'];
const NO_CATALOGUE: GeneralCatalogue = { prods: {} };

/** The filters of the list: the address keeps them. */
const useQuery = (): readonly [CatalogueQuery, (change: Partial<CatalogueQuery>) => void] => {
	const [search, setSearch] = useSearchText('q', '');
	const [pr, setProducer] = useSearchText('producer', '');
	const [rayon, setShelf] = useSearchText('shelf', '');
	const [asked, setShow] = useSearchText('show', 'sold');
	const show = SHOWS.find((one) => one === asked) ?? 'sold';
	const query = useMemo(() => ({ search, pr, rayon, show }), [search, pr, rayon, show]);
	const set = (change: Partial<CatalogueQuery>) => {
		if (change.search !== undefined) setSearch(change.search);
		if (change.pr !== undefined) setProducer(change.pr);
		if (change.rayon !== undefined) setShelf(change.rayon);
		if (change.show !== undefined) setShow(change.show);
	};
	return [query, set];
};

export function useCatalogue(role: RoleView): CatalogueDesk {
	const view = useGroupement(role);
	const { gp, right, now, timeZone } = view;
	const report = useReport<GeneralCatalogue | null>('Lire', { right, type: 'CATG', id: gp });
	const writing = useWrite();
	const [query, setQuery] = useQuery();
	const [opened, open] = useSearchText('product', '');
	const proposed = documentsOf(useThread(`CHPR/${gp}`, { types: ['PROP'] }), 'PROP');
	const today = localTimeOf(now, timeZone).day;
	const catalogue = report.result ?? NO_CATALOGUE;
	const products = useMemo(() => generalProducts(catalogue, today), [catalogue, today]);
	const { producerName } = view;
	const shown = useMemo(
		() => shownGeneralProducts(products, query, producerName),
		[products, query, producerName],
	);
	const proposals = useMemo(
		() => listedProposals(proposed.values(), catalogue.prods),
		[proposed, catalogue],
	);
	const write = async (calls: Parameters<Writing['run']>[0], said: string) => {
		const done = await writing.run(calls, said);
		report.refresh();
		return done !== undefined;
	};
	return {
		...{ view, report, writing, today, products, shown, query, setQuery },
		...{ proposals, opened, open, write },
	};
}
