/** The two parts of the row that something is in: its header, the strip of its cells. */
const partsAt = (sheet: Element, target: EventTarget | null): readonly Element[] => {
	if (!(target instanceof Element)) return [];
	const strip = target.closest('.ci-sheet-strip');
	const row = strip
		? sheet.querySelector(`[aria-owns="${strip.id}"]`)
		: target.closest('.ci-sheet-row');
	const owned = strip ?? sheet.ownerDocument.getElementById(row?.getAttribute('aria-owns') ?? '');
	return [row, owned].filter((part) => part !== null);
};

/**
 * Marks the whole row that the pointer is over, `data-under`: its two parts are beside each other, and
 * drawing the sheet again at each row that goes by would slow its scrolling.
 */
export const markRowUnder = (event: {
	readonly currentTarget: Element;
	readonly target: EventTarget | null;
}): void => {
	const { currentTarget: sheet, target } = event;
	const parts = partsAt(sheet, target);
	for (const before of sheet.querySelectorAll('[data-under]'))
		if (!parts.includes(before)) before.removeAttribute('data-under');
	for (const part of parts) part.setAttribute('data-under', '');
};

/** Marks none any more. */
export const markNoRow = ({ currentTarget }: { readonly currentTarget: Element }): void =>
	markRowUnder({ currentTarget, target: null });
