import { useText } from '@navette/ui';
import { type PrintDocument, type PrintLabel, printWords } from '../../client/index.ts';

function Label({ label }: { readonly label: PrintLabel }) {
	return (
		<li className="pr-label">
			<b className="pr-label-group">{label.group}</b>
			<span>{label.producer}</span>
			<span>{label.delivery}</span>
			<span className="pr-label-foot">
				<b>{label.box}</b>
				<b>{label.kind}</b>
				<span>{label.weight === '' ? '________ kg' : label.weight}</span>
			</span>
		</li>
	);
}

/**
 * Sheets of labels, so that they fall on the paper that is cut for them: what they are of stands in
 * the margin.
 */
export function PrintLabels({ document }: { readonly document: PrintDocument }) {
	const words = useText(printWords);
	const { title, about, issued, labels } = document;
	if (!labels) return null;
	const { perPage, items } = labels;
	const all = Math.ceil(items.length / perPage);
	const pages = Array.from({ length: all }, (_, page) => ({
		n: page + 1,
		own: items.slice(page * perPage, (page + 1) * perPage),
	}));
	return pages.map(({ n, own }) => (
		<section key={n} className="pr-sheet pr-label-sheet" aria-label={words.page(n, all)}>
			<header className="pr-margin">
				{[title, ...about, issued, words.page(n, all)].join(' · ')}
			</header>
			<ul className="pr-labels" data-per-page={perPage}>
				{own.map((label, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: labels of a print never move
					<Label key={at} label={label} />
				))}
			</ul>
		</section>
	));
}
