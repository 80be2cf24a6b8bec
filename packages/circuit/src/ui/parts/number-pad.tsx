import { useText } from '@navette/ui';
import { IconBackspace } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { numberPadTexts } from './number-pad-texts.ts';
import './number-pad.css';

interface Props {
	/** a sign is typed */
	onKey(sign: string): void;
	onErase(): void;
	/** beside digits: `½`, `,`, `+` */
	readonly signs: readonly string[];
	/** below the keys */
	readonly children?: ReactNode;
}

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0'];

/** Large keys for one hand; what they type is in a field beside them. */
export function NumberPad({ onKey, onErase, signs, children }: Props) {
	const text = useText(numberPadTexts);
	const key = (sign: string) => (
		<button
			key={sign}
			type="button"
			aria-label={text.signs[sign as '+'] ?? sign}
			data-sign={DIGITS.includes(sign) ? undefined : ''}
			// The field keeps the focus: a keyboard goes on typing there.
			onMouseDown={(event) => event.preventDefault()}
			onClick={() => onKey(sign)}
		>
			{sign}
		</button>
	);
	return (
		<div className="ci-pad">
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid of keys in every browser */}
			<div className="ci-pad-keys" role="group" aria-label={text.keys}>
				{DIGITS.map(key)}
				{signs.map(key)}
				<button
					type="button"
					data-sign=""
					aria-label={text.erase}
					onMouseDown={(event) => event.preventDefault()}
					onClick={onErase}
				>
					<IconBackspace size={26} aria-hidden />
				</button>
			</div>
			{children}
		</div>
	);
}
