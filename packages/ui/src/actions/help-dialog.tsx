import { Dialog } from '../parts/dialog.tsx';
import { usePreferences, useText } from '../preferences/preferences-context.tsx';
import type { Action } from './action.ts';
import { Keys } from './key-words.tsx';
import { actionTexts } from './texts.ts';

interface DialogProps {
	readonly opened: boolean;
	read(): readonly Action[];
	onClose(): void;
}

interface Line {
	readonly keys: string;
	readonly label: string;
}

function KeyTable({ title, lines }: { title: string; lines: readonly Line[] }) {
	const text = useText(actionTexts);
	return (
		<table className="nv-key-table">
			<caption>{title}</caption>
			<thead className="nv-hidden">
				<tr>
					<th scope="col">{text.keys}</th>
					<th scope="col">{text.does}</th>
				</tr>
			</thead>
			<tbody>
				{lines.map((line) => (
					<tr key={`${line.keys} ${line.label}`}>
						<td>
							<Keys keys={line.keys} />
						</td>
						<td>{line.label}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** What keys do here, and how sending works. */
export function HelpDialog({ opened, read, onClose }: DialogProps) {
	const text = useText(actionTexts);
	const [{ letterKeys }] = usePreferences();
	const general: Line[] = [{ keys: 'Ctrl+Z', label: text.undo }];
	if (opened)
		for (const { keys, label } of read()) if (keys !== undefined) general.push({ keys, label });
	const grids: readonly Line[] = [
		{ keys: '←|→|↑|↓', label: text.gridKeys },
		{ keys: '0…9', label: text.digits },
		{ keys: ',5|.5', label: text.halfKeys },
	];
	return (
		<Dialog opened={opened} onClose={onClose} title={text.help} size="lg">
			<p>{text.intro}</p>
			{letterKeys ? null : <p>{text.off}</p>}
			<KeyTable title={text.general} lines={general} />
			<KeyTable title={text.grids} lines={grids} />
		</Dialog>
	);
}
