import { parseQuantity } from '../formats/index.ts';
import { useFormats, useText } from '../preferences/preferences-context.tsx';
import { StepperFrame } from './stepper-frame.tsx';
import { quantityFault, stepQuantity, toggleHalf } from './stepping.ts';
import { stepperTexts } from './texts.ts';
import { useTypedValue } from './typed-value.ts';

interface QuantityStepperProps {
	/** name of the product, for screen readers */
	readonly label: string;
	/** quantity in half units (`q2`) */
	readonly halves: number;
	/** whether the product is sold by halves: shows the ½ key */
	readonly half: boolean;
	/** most that can be taken, in half units */
	readonly max?: number;
	readonly disabled?: boolean;
	/** called with the new quantity in half units, after each key and each typed value */
	onChange(halves: number): void;
}

/** − n + and ½. Arrows step; digits, `,5` and `.5` are typed; Enter takes, Esc gives up. */
export function QuantityStepper(props: QuantityStepperProps) {
	const { label, halves, half, max, disabled = false, onChange } = props;
	const { quantity } = useFormats();
	const text = useText(stepperTexts);
	const bounds = { half, ...(max === undefined ? {} : { max }) };
	const take = (next: number) => {
		if (next !== halves) onChange(next);
	};
	const step = (direction: 1 | -1) => take(stepQuantity(halves, direction, bounds));
	const { field, fault } = useTypedValue({
		shown: quantity(halves),
		read: parseQuantity,
		faultOf: (value) => quantityFault(value, bounds),
		take,
		step,
	});
	return (
		<StepperFrame
			label={label}
			field={field}
			fault={fault && text.faults[fault]}
			canLess={halves > 0}
			canMore={stepQuantity(halves, 1, bounds) !== halves}
			disabled={disabled}
			chosen={halves > 0}
			onStep={step}
		>
			{half ? (
				<button
					type="button"
					className="nv-half"
					aria-label={text.half(label)}
					aria-pressed={halves % 2 !== 0}
					disabled={disabled}
					onClick={() => take(toggleHalf(halves, bounds))}
				>
					½
				</button>
			) : null}
		</StepperFrame>
	);
}
