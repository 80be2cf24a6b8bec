import { useFormats, useText } from '@navette/ui';
import { useState } from 'react';
import type { ProductRow } from '../../client/index.ts';
import { CellNote } from './cell-note.tsx';
import { groupOrderTexts } from './group-order-texts.ts';
import { type CellFacts, shownCell } from './order-cell.tsx';
import type { CellEdits } from './use-cell-edits.ts';

interface Props {
	readonly name: string;
	readonly row: ProductRow;
	readonly facts: CellFacts;
	readonly canEdit: boolean;
	readonly edits: CellEdits;
}

/** One consumer's quantity of a product on a phone: a field that writes when it is left. */
export function PersonQuantity({ name, row, facts, canEdit, edits }: Props) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const [typed, setTyped] = useState<string>();
	const { outcome } = facts;
	const cell = shownCell(facts, row, text, formats);
	const leave = () => {
		if (typed === undefined) return;
		setTyped(undefined);
		edits.submit({ ...facts.typed, text: typed });
	};
	const label = `${row.line.perm.lib}, ${name}`;
	return (
		<li>
			<span className="ca-person">
				{name}
				{facts.cell?.byAnimator ? (
					<>
						<span className="ca-mark" aria-hidden />
						<span className="nv-hidden">{text.byAnimator}</span>
					</>
				) : null}
			</span>
			{canEdit ? (
				<input
					className="ca-person-input"
					aria-label={label}
					aria-invalid={outcome?.state === 'refused'}
					inputMode="decimal"
					autoComplete="off"
					placeholder="0"
					value={typed ?? facts.startText}
					onFocus={(event) => event.target.select()}
					onChange={(event) => setTyped(event.target.value)}
					onBlur={leave}
					onKeyDown={(event) => {
						if (event.key === 'Enter') leave();
						if (event.key === 'Escape') setTyped(undefined);
					}}
				/>
			) : (
				<b>{cell.content ?? '–'}</b>
			)}
			{outcome?.state === 'refused' ? (
				<CellNote
					outcome={outcome}
					row={row}
					facts={facts}
					overwrite={edits.overwrite}
					dismiss={edits.dismiss}
				/>
			) : null}
		</li>
	);
}
