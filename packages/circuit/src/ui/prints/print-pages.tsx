import { useText } from '@navette/ui';
import { useLayoutEffect, useRef, useState } from 'react';
import { type PartHeights, type PrintDocument, paginate, type Slice } from '../../client/index.ts';
import { PrintLabels } from './print-labels.tsx';
import { PrintSheet, PrintTable } from './print-sheet.tsx';
import { printsTexts } from './prints-texts.ts';

/** Space between two parts, in px: as in the style sheet. */
const GAP = 14;

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0;

/** Heights of the parts laid out in a sheet that nobody sees. */
const measured = (body: HTMLElement, document: PrintDocument): PartHeights[] =>
	[...body.querySelectorAll('.pr-part')].map((element, at) => {
		const { startsPage = false, together = false } = document.parts[at] ?? {};
		return {
			head: heightOf(element.querySelector('.pr-part-head')),
			columns: heightOf(element.querySelector('thead')) + 2,
			rows: [...element.querySelectorAll('tbody > tr')].map(heightOf),
			...{ startsPage, together },
		};
	});

/** Pages of a document, once its fonts are there and its rows are measured. */
function usePages(document: PrintDocument) {
	const body = useRef<HTMLDivElement>(null);
	const [cut, setCut] = useState<{ of: PrintDocument; pages: readonly (readonly Slice[])[] }>();
	useLayoutEffect(() => {
		let isGone = false;
		const measure = () => {
			const sheet = body.current;
			if (isGone || !sheet) return;
			const note = heightOf(sheet.querySelector('.pr-note'));
			const room = sheet.clientHeight - note;
			setCut({ of: document, pages: paginate(measured(sheet, document), room, GAP) });
		};
		void globalThis.document.fonts.ready.then(measure);
		return () => {
			isGone = true;
		};
	}, [document]);
	return { body, pages: cut?.of === document ? cut.pages : undefined };
}

function Slices(props: { readonly document: PrintDocument; readonly slices: readonly Slice[] }) {
	return props.slices.map(({ part: at, from, to }) => {
		const part = props.document.parts[at];
		return part ? <PrintTable key={`${at}-${from}`} {...{ part, from, to }} /> : null;
	});
}

/** The pages of a print as they will come out. */
export function PrintPages({ document }: { readonly document: PrintDocument }) {
	const text = useText(printsTexts);
	const { body, pages } = usePages(document);
	if (document.labels) return <PrintLabels document={document} />;
	const note = document.note ? <p className="pr-note">{document.note}</p> : null;
	if (!pages)
		return (
			<>
				<p role="status">{text.preparing}</p>
				<div className="pr-measure" aria-hidden>
					<PrintSheet document={document} bodyRef={body}>
						{document.parts.map((part, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: parts of a print never move
							<PrintTable key={at} part={part} from={0} to={part.rows.length} />
						))}
						{note}
					</PrintSheet>
				</div>
			</>
		);
	return pages.map((slices, at) => (
		<PrintSheet
			// biome-ignore lint/suspicious/noArrayIndexKey: pages of a print never move
			key={at}
			document={document}
			page={{ n: at + 1, all: pages.length }}
		>
			<Slices document={document} slices={slices} />
			{at === pages.length - 1 ? note : null}
		</PrintSheet>
	));
}
