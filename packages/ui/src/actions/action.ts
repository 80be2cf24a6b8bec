/** Something a person may do here: listed in the palette and, if it has keys, in the help. */
export interface Action {
	/** unique among what is mounted */
	readonly id: string;
	readonly label: string;
	/**
	 * `n`, `/`, `?`; two keys one after the other `g o`; with Ctrl (or ⌘) `Ctrl+Enter`. Letters and
	 * signs are off while a text is written, and when the person turned them off.
	 */
	readonly keys?: string;
	/** heading under which it is listed */
	readonly group?: string;
	run(): void;
}

/** What matters of a key press. */
export interface Press {
	/** `KeyboardEvent.key` */
	readonly key: string;
	/** Ctrl, or ⌘ */
	readonly ctrl: boolean;
	readonly alt: boolean;
	/** a text is being written */
	readonly inText: boolean;
}

/** What a press leads to: an action, or the first key of a sequence that waits for its second. */
export interface PressOutcome {
	readonly action?: Action;
	readonly pending?: string;
}

const nameOf = ({ key, ctrl }: Press): string => {
	const name = key.length === 1 ? key.toLowerCase() : key;
	return ctrl ? `Ctrl+${name.length === 1 ? name.toUpperCase() : name}` : name;
};

/** Decides what a key press does, given the first key of a sequence pressed just before. */
export const outcomeOf = (
	actions: readonly Action[],
	press: Press,
	pending: string | undefined,
	letterKeys: boolean,
): PressOutcome => {
	if (press.alt || press.key === 'Shift' || press.key === 'Control') return {};
	if (!press.ctrl && (press.inText || !letterKeys)) return {};
	const name = nameOf(press);
	const whole = pending === undefined ? name : `${pending} ${name}`;
	const action = actions.findLast(({ keys }) => keys === whole);
	if (action) return { action };
	const opens = pending === undefined && actions.some(({ keys }) => keys?.startsWith(`${name} `));
	return opens ? { pending: name } : {};
};

/** Lower case without accents, for searching. */
const bareText = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();

/** The actions whose label or group holds every word of a search. */
export const searchActions = (actions: readonly Action[], search: string): readonly Action[] => {
	const words = bareText(search).split(/\s+/).filter(Boolean);
	return actions.filter(({ label, group = '' }) => {
		const text = bareText(`${group} ${label}`);
		return words.every((word) => text.includes(word));
	});
};
