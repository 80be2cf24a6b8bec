import { useId } from 'react';
import './pills.css';

interface Choice {
	readonly value: string;
	readonly label: string;
	readonly count?: number;
}

interface Props {
	readonly legend: string;
	readonly value: string;
	readonly choices: readonly Choice[];
	onChoose(value: string): void;
}

/** One choice among a few, as a row of round keys: radio buttons for the keyboard. */
export function Pills({ legend, value, choices, onChoose }: Props) {
	const name = useId();
	return (
		<fieldset className="co-pills">
			<legend className="nv-hidden">{legend}</legend>
			{choices.map((choice) => (
				<label key={choice.value} className="co-pill">
					<input
						type="radio"
						className="nv-hidden"
						name={name}
						value={choice.value}
						checked={choice.value === value}
						onChange={() => onChoose(choice.value)}
					/>
					<span>
						{choice.label}
						{choice.count === undefined ? null : <small>{choice.count}</small>}
					</span>
				</label>
			))}
		</fieldset>
	);
}
