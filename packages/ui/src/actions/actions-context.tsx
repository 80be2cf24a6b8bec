import {
	createContext,
	type ReactNode,
	type RefObject,
	useContext,
	useEffect,
	useMemo,
	useRef,
	useState,
} from 'react';
import { usePreferences, useText } from '../preferences/preferences-context.tsx';
import { type Action, outcomeOf } from './action.ts';
import { CommandPalette } from './command-palette.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { actionTexts } from './texts.ts';

interface Actions {
	/** adds a list, read each time it is needed; the returned function takes it out */
	add(list: RefObject<readonly Action[]>): () => void;
	openHelp(): void;
	openPalette(): void;
}

const ActionsContext = createContext<Actions | undefined>(undefined);

/** How long a sequence waits for its second key, in ms. */
const SEQUENCE_MS = 1500;

const isText = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement &&
	target.matches(
		'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]',
	);

/** Runs the actions of the keys pressed anywhere in the page. */
function useActionKeys(read: () => readonly Action[], letterKeys: boolean, off: boolean): void {
	const pending = useRef<{ key: string; at: number }>(undefined);
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			if (off || event.defaultPrevented || event.isComposing) return;
			const { key, altKey: alt, timeStamp, target } = event;
			const waiting = pending.current;
			const live = waiting && timeStamp - waiting.at < SEQUENCE_MS ? waiting.key : undefined;
			const press = { key, alt, ctrl: event.ctrlKey || event.metaKey, inText: isText(target) };
			const outcome = outcomeOf(read(), press, live, letterKeys);
			if (key !== 'Shift') {
				const next = outcome.pending;
				pending.current = next === undefined ? undefined : { key: next, at: timeStamp };
			}
			if (!outcome.action) return;
			event.preventDefault();
			outcome.action.run();
		};
		addEventListener('keydown', listen);
		return () => removeEventListener('keydown', listen);
	}, [read, letterKeys, off]);
}

/** Collects the actions of what is on the screen: keys, command palette (Ctrl+K), help (`?`). */
export function ActionsProvider(props: { children: ReactNode }) {
	const text = useText(actionTexts);
	const [{ letterKeys }] = usePreferences();
	const [open, setOpen] = useState<'palette' | 'help'>();
	const lists = useRef(new Set<RefObject<readonly Action[]>>());
	const actions = useMemo<Actions>(
		() => ({
			add(list) {
				lists.current.add(list);
				return () => void lists.current.delete(list);
			},
			openHelp: () => setOpen('help'),
			openPalette: () => setOpen('palette'),
		}),
		[],
	);
	const read = useMemo(() => {
		const own: readonly Action[] = [
			{ id: 'palette', label: text.palette, keys: 'Ctrl+K', run: () => setOpen('palette') },
			{ id: 'help', label: text.help, keys: '?', run: () => setOpen('help') },
		];
		return () => [...own, ...[...lists.current].flatMap((list) => list.current)];
	}, [text]);
	useActionKeys(read, letterKeys, open !== undefined);
	const close = () => setOpen(undefined);
	return (
		<ActionsContext value={actions}>
			{props.children}
			<CommandPalette opened={open === 'palette'} read={read} onClose={close} />
			<HelpDialog opened={open === 'help'} read={read} onClose={close} />
		</ActionsContext>
	);
}

const useContextValue = (): Actions => {
	const actions = useContext(ActionsContext);
	if (!actions) throw new Error('actions used outside an ActionsProvider');
	return actions;
};

/** Offers actions as long as the component is mounted: in the palette, by their keys, in the help. */
export function useActions(list: readonly Action[]): void {
	const { add } = useContextValue();
	const latest = useRef(list);
	useEffect(() => {
		latest.current = list;
	});
	useEffect(() => add(latest), [add]);
}

/** Opens the help or the command palette, as their buttons do. */
export const useActionDialogs = (): Pick<Actions, 'openHelp' | 'openPalette'> => useContextValue();
