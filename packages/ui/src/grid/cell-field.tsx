import { type KeyboardEvent, useState } from 'react';
import type { CellEditing } from './grid-column.ts';

interface Props<Row> {
	readonly label: string;
	readonly row: Row;
	readonly editing: CellEditing<Row>;
	/** the key that started it; none when started by Enter */
	readonly typed: string | undefined;
	/** ends editing; `move` is the key that ended it, to go on from there */
	onEnd(move: 'Enter' | 'Tab' | 'Escape' | 'blur'): void;
}

/** The field in a cell being edited: Enter takes and goes down, Esc gives up. */
export function CellField<Row>({ label, row, editing, typed, onEnd }: Props<Row>) {
	const [text, setText] = useState(typed ?? editing.text(row));
	const [fault, setFault] = useState<string>();
	const take = (move: 'Enter' | 'Tab' | 'blur') => {
		const refused = editing.commit(row, text);
		if (refused === undefined || move === 'blur') onEnd(move);
		else setFault(refused);
	};
	const press = (event: KeyboardEvent) => {
		event.stopPropagation();
		if (event.key === 'Escape') onEnd('Escape');
		else if (event.key === 'Enter') take('Enter');
		else if (event.key === 'Tab' && !event.shiftKey) take('Tab');
		else return;
		event.preventDefault();
	};
	return (
		<>
			<input
				// biome-ignore lint/a11y/noAutofocus: editing was asked for in this very cell
				autoFocus
				className="nv-grid-field"
				inputMode="decimal"
				aria-label={label}
				aria-invalid={fault !== undefined}
				value={text}
				onFocus={(event) => {
					if (typed === undefined) event.currentTarget.select();
				}}
				onChange={(event) => {
					setText(event.currentTarget.value);
					setFault(undefined);
				}}
				onBlur={() => take('blur')}
				onKeyDown={press}
			/>
			{fault === undefined ? null : (
				<span className="nv-grid-fault" role="alert">
					{fault}
				</span>
			)}
		</>
	);
}
