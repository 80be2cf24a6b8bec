import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type OrderRow, shelvesOf } from '../../client/index.ts';
import { type ProductPhoto, usePhotos } from '../parts/photo/use-photos.ts';
import { ProductLine } from './product-line.tsx';

interface Props {
	/** Groupement whose photos are shown; absent = none. */
	readonly gp?: string;
	readonly rows: readonly OrderRow[];
	readonly onChange?: ((row: OrderRow, to: number) => void) | undefined;
}

/** Above this many products only those in sight are drawn. */
const VIRTUAL_FROM = 200;

type Item = { readonly key: string; readonly element: ReactNode; readonly isShelf?: true };

const itemsOf = ({ rows, onChange }: Props, photos: ReadonlyMap<string, ProductPhoto>): Item[] =>
	shelvesOf(rows).flatMap(({ name, rows: found }) => [
		{ key: `shelf ${name}`, element: <h2 className="co-shelf">{name}</h2>, isShelf: true as const },
		...found.map((row) => ({
			key: row.code,
			element: (
				<ProductLine
					row={row}
					onChange={onChange}
					photo={photos.size === 0 ? undefined : (photos.get(row.code) ?? null)}
				/>
			),
		})),
	]);

const fields = (list: HTMLElement): HTMLInputElement[] => [
	...list.querySelectorAll<HTMLInputElement>('.nv-stepper input'),
];

/** Enter takes the quantity and goes to the next product, Shift+Enter to the one before. */
const moveOn = (event: KeyboardEvent<HTMLElement>) => {
	const { target, currentTarget } = event;
	if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
	if (target.getAttribute('aria-invalid') === 'true') return;
	const all = fields(currentTarget);
	const next = all[all.indexOf(target) + (event.shiftKey ? -1 : 1)];
	if (next) queueMicrotask(() => next.focus());
};

function VirtualItems({ items }: { readonly items: readonly Item[] }) {
	const list = useRef<HTMLDivElement>(null);
	const [offset, setOffset] = useState(0);
	useLayoutEffect(() => setOffset(list.current?.offsetTop ?? 0), []);
	const virtual = useWindowVirtualizer({
		count: items.length,
		estimateSize: () => 104,
		overscan: 8,
		scrollMargin: offset,
		// The shelf of the first product in sight stays, so that headings follow each other.
		rangeExtractor: (range) => {
			const shelf = items.findLastIndex((item, at) => at < range.startIndex && item.isShelf);
			const indexes = defaultRangeExtractor(range);
			return shelf < 0 || indexes.includes(shelf) ? indexes : [shelf, ...indexes];
		},
		getItemKey: (index) => items[index]?.key ?? index,
	});
	return (
		<div ref={list} className="co-virtual" style={{ height: virtual.getTotalSize() }}>
			{virtual.getVirtualItems().map(({ index, key, start }) => (
				<div
					key={key}
					data-index={index}
					ref={virtual.measureElement}
					style={{ transform: `translateY(${start - offset}px)` }}
				>
					{items[index]?.element}
				</div>
			))}
		</div>
	);
}

/** Products by shelf. */
export function ProductList(props: Props) {
	const items = itemsOf(props, usePhotos(props.gp));
	return (
		<div className="co-products" onKeyDownCapture={moveOn}>
			{props.rows.length > VIRTUAL_FROM ? (
				<VirtualItems items={items} />
			) : (
				items.map(({ key, element }) => <div key={key}>{element}</div>)
			)}
		</div>
	);
}
