import { type KeyboardEvent, useState } from 'react';

/** How a cell is left. */
export type Leaving = 'stay' | 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight';

interface Props {
	readonly label: string;
	readonly start: string;
	/** Opened by typing: arrows leave the cell. Opened to correct: they move in the text. */
	readonly typed: boolean;
	write(text: string, leaving: Leaving): void;
	cancel(): void;
}

const leavingOf = (event: KeyboardEvent, typed: boolean): Leaving | undefined => {
	if (event.key === 'Enter') return event.shiftKey ? 'ArrowUp' : 'ArrowDown';
	if (event.key === 'Tab') return event.shiftKey ? 'ArrowLeft' : 'ArrowRight';
	if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return event.key;
	if (typed && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return event.key;
	return undefined;
};

/** The person opened this field, with a key or a click; its cell is in sight already. */
const takeFocus = (field: HTMLInputElement | null): void => field?.focus({ preventScroll: true });

/** The field of the cell being written. Enter, Tab and arrows write; Escape forgets. */
export function SheetEditor({ label, start, typed, write, cancel }: Props) {
	const [text, setText] = useState(start);
	const [done, setDone] = useState(false);
	const leave = (leaving: Leaving) => {
		setDone(true);
		write(text, leaving);
	};
	const press = (event: KeyboardEvent) => {
		event.stopPropagation();
		const leaving = leavingOf(event, typed);
		if (leaving === undefined && event.key !== 'Escape') return;
		event.preventDefault();
		if (leaving !== undefined) return leave(leaving);
		setDone(true);
		cancel();
	};
	return (
		<input
			className="ci-sheet-input"
			aria-label={label}
			inputMode="decimal"
			autoComplete="off"
			ref={takeFocus}
			value={text}
			onFocus={(event) => {
				if (!typed) event.target.select();
			}}
			onChange={(event) => setText(event.target.value)}
			onKeyDown={press}
			onBlur={() => {
				if (!done) leave('stay');
			}}
		/>
	);
}
