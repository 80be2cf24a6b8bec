import { Button, TextInput } from '@mantine/core';
import { useFormats, useText } from '@navette/ui';
import { type FormEvent, useId, useState } from 'react';
import { isImplausibleWeight } from '../../client/index.ts';
import { cartonTexts } from './carton-texts.ts';

interface Props {
	readonly label: string;
	readonly help: string;
	readonly button: string;
	/** Grams expected of one weight. */
	readonly expected: number;
	readonly initial?: string;
	readonly disabled: boolean;
	/** Reads what was typed: one or more weights in grams. */
	read(text: string): readonly number[] | undefined;
	take(grams: readonly number[]): void;
}

/** A field for weights. One far from what is expected is asked again before it counts. */
export function WeightEntry(props: Props) {
	const { label, help, button, expected, initial = '', disabled, read, take } = props;
	const text = useText(cartonTexts);
	const { weight } = useFormats();
	const id = useId();
	const [typed, setTyped] = useState<string>();
	const [isBad, setBad] = useState(false);
	const [asked, setAsked] = useState<readonly number[]>();
	const finish = (grams: readonly number[]) => {
		take(grams);
		setTyped(undefined);
		setAsked(undefined);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const grams = read(typed ?? initial);
		setBad(grams === undefined);
		if (!grams) return;
		if (grams.some((one) => isImplausibleWeight(one, expected))) setAsked(grams);
		else finish(grams);
	};
	const odd = asked?.find((one) => isImplausibleWeight(one, expected)) ?? 0;
	return (
		<form className="cp-weight" onSubmit={submit} noValidate>
			<TextInput
				id={id}
				size="md"
				className="cp-weight-field"
				inputMode="decimal"
				autoComplete="off"
				enterKeyHint="done"
				label={label}
				labelProps={{ className: 'nv-hidden' }}
				placeholder={help}
				value={typed ?? initial}
				disabled={disabled}
				error={isBad ? text.badWeight : undefined}
				onChange={(event) => {
					setTyped(event.currentTarget.value);
					setBad(false);
					setAsked(undefined);
				}}
			/>
			<Button type="submit" size="md" variant="default" disabled={disabled || typed === undefined}>
				{button}
			</Button>
			{asked ? (
				<div className="cp-odd" role="alert">
					<b>{text.odd(weight(odd), weight(expected))}</b>
					<Button size="md" onClick={() => finish(asked)}>
						{text.keepOdd}
					</Button>
					<Button
						size="md"
						variant="default"
						onClick={() => {
							setAsked(undefined);
							document.getElementById(id)?.focus();
						}}
					>
						{text.correct}
					</Button>
				</div>
			) : null}
		</form>
	);
}
