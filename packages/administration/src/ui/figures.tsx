import type { ReactNode } from 'react';

interface FiguresProps {
	/** what the table holds, for screen readers */
	readonly label: string;
	/** the first names the row, the others hold figures */
	readonly columns: readonly string[];
	readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
	readonly foot?: readonly ReactNode[];
	/** column that goes first where there is no room for all of them */
	readonly spare?: number;
}

/** A small table of figures. */
export function Figures({ label, columns, rows, foot, spare }: FiguresProps) {
	const mark = (column: number) => (column === spare ? { 'data-spare': true } : {});
	const line = ([name, ...figures]: readonly ReactNode[]) => (
		<>
			<th scope="row">{name}</th>
			{figures.map((figure, at) => (
				<td key={columns[at + 1]} {...mark(at + 1)}>
					{figure}
				</td>
			))}
		</>
	);
	return (
		<table className="ad-figures" aria-label={label}>
			<thead>
				<tr>
					{columns.map((column, at) => (
						<th key={column} scope="col" {...mark(at)}>
							{column}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map(({ id, cells }) => (
					<tr key={id}>{line(cells)}</tr>
				))}
			</tbody>
			{foot ? (
				<tfoot>
					<tr>{line(foot)}</tr>
				</tfoot>
			) : null}
		</table>
	);
}
