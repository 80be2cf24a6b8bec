import { useNavigation, useSearchText, useText } from '@navette/ui';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
	type GeneralProduct,
	openShelves,
	type ProductShelf,
	productShelves,
	shelvesFold,
	withShelf,
} from '../../client/index.ts';
import { productsTexts } from './products-texts.ts';
import type { Proposals } from './use-proposals.ts';

interface Props {
	/** All of them: whether they fold does not change while one searches. */
	readonly products: readonly GeneralProduct[];
	/** Those that the search lets through. */
	readonly shown: readonly GeneralProduct[];
	readonly isSearch: boolean;
	readonly proposals: Pick<Proposals, 'of'>;
	cardOf(entry: GeneralProduct, inShelf: boolean): ReactNode;
}

interface ShelfProps extends Pick<Props, 'proposals' | 'cardOf'> {
	readonly shelf: ProductShelf<GeneralProduct>;
	readonly isOpen: boolean;
	toggle(isOpen: boolean): void;
}

function Shelf({ shelf, isOpen, toggle, proposals, cardOf }: ShelfProps) {
	const text = useText(productsTexts);
	const { name, products } = shelf;
	const waiting = products
		.flatMap(({ code }) => proposals.of(code))
		.filter(({ state }) => state === 'att' || state === 'leaving').length;
	return (
		<details
			className="cp-shelf"
			open={isOpen}
			onToggle={({ currentTarget: { open } }) => open !== isOpen && toggle(open)}
		>
			<summary>
				<IconChevronRight size={20} aria-hidden />
				<h2>{name}</h2>
				<span className="nv-quiet">
					{text.count(products.length)}
					{waiting > 0 ? ` · ${text.waiting(waiting)}` : null}
				</span>
			</summary>
			{isOpen ? <ul className="ci-cards">{products.map((entry) => cardOf(entry, true))}</ul> : null}
		</details>
	);
}

/** Products as cards: one list when they are few, by shelves to open when they are many. */
export function ProductShelves(props: Props) {
	const { products, shown, isSearch, proposals, cardOf } = props;
	const { setSearch } = useNavigation();
	const [open] = useSearchText('open', '');
	if (!shelvesFold(productShelves(products)))
		return <ul className="ci-cards">{shown.map((entry) => cardOf(entry, false))}</ul>;
	const names = openShelves(open);
	return (
		<div className="cp-shelves">
			{productShelves(shown).map((shelf) => (
				<Shelf
					key={shelf.name}
					{...{ shelf, proposals, cardOf }}
					isOpen={isSearch || names.has(shelf.name)}
					toggle={(isOpen) => setSearch('open', withShelf(open, shelf.name, isOpen) || undefined)}
				/>
			))}
		</div>
	);
}
