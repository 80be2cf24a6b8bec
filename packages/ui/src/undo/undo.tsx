import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { defineMessages } from '../i18n/index.ts';
import { useText } from '../preferences/preferences-context.tsx';

const texts = defineMessages({
	fr: { undo: 'Annuler', undone: 'Annulé', place: 'Annulation possible' },
	en: { undo: 'Undo', undone: 'Undone', place: 'You can undo' },
});

/** How long a change can be taken back, in ms. */
export const UNDO_MS = 10_000;

export interface Undoable {
	/** what was done: "Oranges: 2 crates" */
	readonly message: string;
	/** takes it back */
	undo(): void;
}

const UndoContext = createContext<((undoable: Undoable) => void) | undefined>(undefined);

/** Whether Ctrl+Z belongs to a text being written; steppers and grids have no undo of their own. */
const typesText = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement &&
	target.matches('input, textarea, [contenteditable]') &&
	target.closest('.nv-stepper, [role="grid"]') === null;

/** Ctrl+Z (or ⌘Z) anywhere but where it belongs to the text being written. */
function useUndoKey(undo: (() => void) | undefined): void {
	useEffect(() => {
		if (!undo) return undefined;
		const press = (event: KeyboardEvent) => {
			const asked = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
			if (!asked || event.shiftKey || event.altKey || typesText(event.target)) return;
			event.preventDefault();
			undo();
		};
		addEventListener('keydown', press);
		return () => removeEventListener('keydown', press);
	}, [undo]);
}

/** Shows the last change with its undo for 10 s; the count stops while it is pointed or focused. */
export function UndoProvider(props: { children: ReactNode }) {
	const text = useText(texts);
	const [offered, setOffered] = useState<Undoable>();
	const [held, setHeld] = useState(false);
	useEffect(() => {
		if (!offered || held) return undefined;
		const timer = setTimeout(() => setOffered(undefined), UNDO_MS);
		return () => clearTimeout(timer);
	}, [offered, held]);
	const takeBack = useCallback(() => {
		setOffered(undefined);
		setHeld(false);
		offered?.undo();
	}, [offered]);
	useUndoKey(offered && takeBack);
	const hold = { onMouseEnter: () => setHeld(true), onFocus: () => setHeld(true) };
	const free = { onMouseLeave: () => setHeld(false), onBlur: () => setHeld(false) };
	return (
		<UndoContext value={setOffered}>
			{props.children}
			<section className="nv-toasts" aria-label={text.place}>
				<div role="status">
					{offered ? (
						<div className="nv-toast" {...hold} {...free}>
							<span>{offered.message}</span>
							<button type="button" onClick={takeBack} aria-keyshortcuts="Control+Z">
								{text.undo}
							</button>
						</div>
					) : null}
				</div>
			</section>
		</UndoContext>
	);
}

/** Offers to take back what was just done. A newer change replaces the offer. */
export function useUndo(): (undoable: Undoable) => void {
	const offer = useContext(UndoContext);
	if (!offer) throw new Error('useUndo outside an UndoProvider');
	return offer;
}
