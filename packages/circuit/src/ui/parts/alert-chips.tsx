import { alertNames } from '../../model/index.ts';
import { AlertChip } from './alert-chip.tsx';
import './alert-chips.css';

/** The alerts of some bits, one chip each. Nothing when there is none. */
export function AlertChips({ bits }: { readonly bits: number }) {
	const names = alertNames(bits);
	if (names.length === 0) return null;
	return (
		<span className="ci-chips">
			{names.map((name) => (
				<AlertChip key={name} alert={name} />
			))}
		</span>
	);
}
