import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useText } from '../preferences/preferences-context.tsx';
import { type Action, searchActions } from './action.ts';
import { Keys } from './key-words.tsx';
import { actionTexts } from './texts.ts';

interface DialogProps {
	readonly opened: boolean;
	read(): readonly Action[];
	onClose(): void;
}

/** Every action the role may do here, found by a few letters. */
export function CommandPalette({ opened, read, onClose }: DialogProps) {
	const text = useText(actionTexts);
	return (
		<Dialog opened={opened} onClose={onClose} title={text.palette} size="lg">
			{opened ? <PaletteBody read={read} onClose={onClose} /> : null}
		</Dialog>
	);
}

function PaletteBody({ read, onClose }: Omit<DialogProps, 'opened'>) {
	const text = useText(actionTexts);
	const list = useId();
	const [search, setSearch] = useState('');
	const [rank, setRank] = useState(0);
	const actions = useMemo(() => read().filter(({ id }) => id !== 'palette'), [read]);
	const found = searchActions(actions, search);
	const chosen = found[Math.min(rank, found.length - 1)];
	const optionId = (action: Action) => `${list}-${action.id}`;
	const run = (action: Action | undefined) => {
		if (!action) return;
		onClose();
		action.run();
	};
	const press = (event: KeyboardEvent) => {
		if (event.key === 'ArrowDown') setRank(Math.min(rank + 1, found.length - 1));
		else if (event.key === 'ArrowUp') setRank(Math.max(rank - 1, 0));
		else if (event.key === 'Enter') run(chosen);
		else return;
		event.preventDefault();
	};
	return (
		<>
			<input
				className="nv-palette-search"
				data-autofocus
				role="combobox"
				aria-expanded="true"
				aria-controls={list}
				aria-activedescendant={chosen && optionId(chosen)}
				aria-label={text.search}
				placeholder={text.search}
				value={search}
				onChange={(event) => {
					setSearch(event.currentTarget.value);
					setRank(0);
				}}
				onKeyDown={press}
			/>
			<div className="nv-palette" id={list} role="listbox" aria-label={text.palette} tabIndex={-1}>
				{found.map((action) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the field above
					<div
						key={action.id}
						id={optionId(action)}
						role="option"
						tabIndex={-1}
						aria-selected={action === chosen}
						className="nv-item"
						onClick={() => run(action)}
					>
						<span>
							{action.label}
							{action.group === undefined ? null : <small>{action.group}</small>}
						</span>
						{action.keys === undefined ? null : <Keys keys={action.keys} />}
					</div>
				))}
			</div>
			{found.length === 0 ? <p role="status">{text.none}</p> : null}
		</>
	);
}
