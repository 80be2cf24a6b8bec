import { parseWeights } from '../formats/index.ts';
import { useFormats, useText } from '../preferences/preferences-context.tsx';
import { StepperFrame } from './stepper-frame.tsx';
import { stepWeight, weightFault } from './stepping.ts';
import { stepperTexts } from './texts.ts';
import { useTypedValue } from './typed-value.ts';

interface WeightStepperProps {
	readonly label: string;
	readonly grams: number;
	/** grams by which the product is ordered */
	readonly step: number;
	/** scales show no step: any weight may be typed */
	readonly free?: boolean;
	readonly max?: number;
	readonly disabled?: boolean;
	onChange(grams: number): void;
}

/** − weight +, by steps; `1,5 kg`, `1500`, `1.5` and sums, `800+700`, are typed. */
export function WeightStepper(props: WeightStepperProps) {
	const { label, grams, step, free = false, max, disabled = false, onChange } = props;
	const { weight } = useFormats();
	const text = useText(stepperTexts);
	const take = (next: number) => {
		if (next !== grams) onChange(next);
	};
	const move = (direction: 1 | -1) => take(stepWeight(grams, direction, step, max));
	const { field, fault } = useTypedValue({
		shown: grams === 0 ? '0' : weight(grams),
		read: parseWeights,
		faultOf: (value) => weightFault(value, free ? 1 : step, max),
		take,
		step: move,
	});
	const sentence =
		fault === 'not-a-step' ? text.faults['not-a-step'](weight(step)) : fault && text.faults[fault];
	return (
		<StepperFrame
			label={label}
			field={field}
			fault={sentence}
			canLess={grams > 0}
			canMore={stepWeight(grams, 1, step, max) > grams}
			disabled={disabled}
			chosen={grams > 0}
			onStep={move}
		/>
	);
}
