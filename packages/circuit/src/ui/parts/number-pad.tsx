import { useText } from '@navette/ui';
import { IconBackspace } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { numberPadTexts } from './number-pad-texts.ts';
import './number-pad.css';

interface Props {
	/** a sign is typed */
	onKey(sign: string): void;
	onErase(): void;
	/** below the erasing key: `+`, then perhaps `½` or the decimal mark */
	readonly signs: readonly [string, string?];
	/** below the keys */
	readonly children?: ReactNode;
}

/** Large keys for one hand; what they type is in a field beside them, which keeps the focus. */
export function NumberPad({ onKey, onErase, signs, children }: Props) {
	const text = useText(numberPadTexts);
	const [first, second] = signs;
	const key = (sign: string, isTall = false) => (
		<button
			key={sign}
			type="button"
			aria-label={text.signs[sign as '+'] ?? sign}
			data-sign={/\d/.test(sign) ? undefined : ''}
			data-tall={isTall || undefined}
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
				{['7', '8', '9'].map((one) => key(one))}
				<button
					type="button"
					data-sign=""
					aria-label={text.erase}
					onMouseDown={(event) => event.preventDefault()}
					onClick={onErase}
				>
					<IconBackspace size={26} aria-hidden />
				</button>
				{['4', '5', '6'].map((one) => key(one))}
				{key(first, second === undefined)}
				{['1', '2', '3'].map((one) => key(one))}
				{second === undefined ? null : key(second)}
				{key('0')}
			</div>
			{children}
		</div>
	);
}
