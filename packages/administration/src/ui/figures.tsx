import type { ReactNode } from 'react';

interface FiguresProps {
	/** what the table holds, for screen readers */
	readonly label: string;
	/** the first names the row, the others hold figures */
	readonly columns: readonly string[];
	readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
	readonly foot?: readonly ReactNode[];
}

/** A small table of figures. */
export function Figures({ label, columns, rows, foot }: FiguresProps) {
	const line = ([name, ...figures]: readonly ReactNode[]) => (
		<>
			<th scope="row">{name}</th>
			{figures.map((figure, at) => (
				<td key={columns[at + 1]}>{figure}</td>
			))}
		</>
	);
	return (
		<table className="ad-figures" aria-label={label}>
			<thead>
				<tr>
					{columns.map((column) => (
						<th key={column} scope="col">
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
