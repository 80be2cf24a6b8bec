import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { stepperTexts } from './texts.ts';

interface Props {
	readonly label: string;
	readonly field: InputHTMLAttributes<HTMLInputElement>;
	readonly fault: string | undefined;
	readonly canLess: boolean;
	readonly canMore: boolean;
	readonly disabled: boolean;
	readonly chosen: boolean;
	onStep(direction: 1 | -1): void;
	readonly children?: ReactNode;
}

/** − value +, in keys large enough for a thumb, with the fault of what is typed below. */
export function StepperFrame(props: Props) {
	const { label, field, fault, canLess, canMore, disabled, chosen, onStep, children } = props;
	const text = useText(stepperTexts);
	const faultId = useId();
	return (
		<div className="nv-stepper" data-chosen={chosen || undefined}>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a row of a table */}
			<div className="nv-stepper-keys" role="group" aria-label={label}>
				<button
					type="button"
					aria-label={text.less(label)}
					disabled={disabled || !canLess}
					onClick={() => onStep(-1)}
				>
					<IconMinus size={20} aria-hidden />
				</button>
				<input
					{...field}
					type="text"
					inputMode="decimal"
					autoComplete="off"
					aria-label={label}
					aria-invalid={fault !== undefined}
					aria-describedby={fault === undefined ? undefined : faultId}
					disabled={disabled}
				/>
				<button
					type="button"
					aria-label={text.more(label)}
					disabled={disabled || !canMore}
					onClick={() => onStep(1)}
				>
					<IconPlus size={20} aria-hidden />
				</button>
				{children}
			</div>
			{fault === undefined ? null : (
				<small id={faultId} role="alert">
					{fault}
				</small>
			)}
		</div>
	);
}
