import { useText } from '@navette/ui';
import type { ReactNode, Ref } from 'react';
import {
	type PrintColumn,
	type PrintDocument,
	type PrintPart,
	type PrintRow,
	printWords,
} from '../../client/index.ts';

interface SheetProps {
	readonly document: PrintDocument;
	/** Page and number of pages; absent while the sheet is only measured. */
	readonly page?: { readonly n: number; readonly all: number };
	readonly bodyRef?: Ref<HTMLDivElement>;
	readonly children: ReactNode;
}

/** One A4 page: what it is, of what, from when, which page of how many; and its content. */
export function PrintSheet({ document, page, bodyRef, children }: SheetProps) {
	const words = useText(printWords);
	const { title, about, issued, landscape } = document;
	return (
		<section
			className="pr-sheet"
			data-landscape={landscape || undefined}
			aria-label={page ? words.page(page.n, page.all) : undefined}
		>
			<header className="pr-head">
				<div>
					<b className="pr-title">{title}</b>
					<span>{about.join(' · ')}</span>
				</div>
				<div className="pr-page">
					<b>{page ? words.page(page.n, page.all) : ' '}</b>
					<span>{issued}</span>
				</div>
			</header>
			<div className="pr-body" ref={bodyRef}>
				{children}
			</div>
		</section>
	);
}

function Cell(props: {
	readonly text: string;
	readonly column: PrintColumn;
	readonly isHead: boolean;
	readonly isTotal: boolean;
}) {
	const { text, column, isHead, isTotal } = props;
	const content =
		column.kind === 'tick' && !isTotal ? (
			<span className="pr-tick" />
		) : text.includes('\n') ? (
			text.split('\n').map((line) => <span key={line}>{line}</span>)
		) : (
			text
		);
	return isHead ? (
		<th scope="row" data-kind={column.kind}>
			{content}
		</th>
	) : (
		<td data-kind={column.kind}>{content}</td>
	);
}

function Row({ row, columns }: { readonly row: PrintRow; readonly columns: PrintPart['columns'] }) {
	return (
		<tr data-total={row.total || undefined}>
			{columns.map((column, at) => (
				<Cell
					// biome-ignore lint/suspicious/noArrayIndexKey: columns of a print never move
					key={at}
					text={row.cells[at] ?? ''}
					column={column}
					isHead={at === 0 && column.kind === 'text'}
					isTotal={row.total === true}
				/>
			))}
		</tr>
	);
}

/** One table of a print, from a row to another. */
export function PrintTable(props: {
	readonly part: PrintPart;
	readonly from: number;
	readonly to: number;
}) {
	const { part, from, to } = props;
	const { columns, title, about, rows } = part;
	const all = columns.reduce((sum, { width }) => sum + width, 0);
	const hasHead = columns.some((column) => column.title !== '');
	return (
		<div className="pr-part">
			{title || about ? (
				<div className="pr-part-head">
					{title ? <h2>{from > 0 ? `${title} …` : title}</h2> : null}
					{about && from === 0 ? <p>{about}</p> : null}
				</div>
			) : null}
			<table className="pr-table" data-tall={part.tall || undefined}>
				<colgroup>
					{columns.map((column, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: columns of a print never move
						<col key={at} style={{ width: `${(100 * column.width) / all}%` }} />
					))}
				</colgroup>
				{hasHead ? (
					<thead>
						<tr>
							{columns.map((column, at) => (
								<th
									// biome-ignore lint/suspicious/noArrayIndexKey: columns of a print never move
									key={at}
									scope="col"
									data-kind={column.kind}
									data-upright={column.upright || undefined}
								>
									<span>{column.title}</span>
								</th>
							))}
						</tr>
					</thead>
				) : null}
				<tbody>
					{rows.slice(from, to).map((row, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows of a print never move
						<Row key={from + at} row={row} columns={columns} />
					))}
				</tbody>
			</table>
		</div>
	);
}
