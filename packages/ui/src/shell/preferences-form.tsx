import { Input, SegmentedControl, Stack, Switch } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/index.ts';
import { DENSITIES, THEMES } from '../preferences/preferences.ts';
import { usePreferences, useText } from '../preferences/preferences-context.tsx';
import { shellTexts } from './texts.ts';

interface ChoiceProps<T extends string> {
	readonly label: string;
	readonly value: T;
	readonly values: readonly T[];
	readonly names: Readonly<Record<T, string>>;
	onChange(value: T): void;
}

function Choice<T extends string>({ label, value, values, names, onChange }: ChoiceProps<T>) {
	return (
		<Input.Wrapper label={label} labelElement="div">
			<SegmentedControl
				fullWidth
				aria-label={label}
				value={value}
				data={values.map((one) => ({ value: one, label: names[one] }))}
				onChange={(chosen) => onChange(chosen as T)}
			/>
		</Input.Wrapper>
	);
}

/** Language, colours, density and letter shortcuts; each choice applies at once and is kept. */
export function PreferencesForm() {
	const text = useText(shellTexts);
	const [preferences, change] = usePreferences();
	return (
		<Stack gap="md">
			<Choice
				label={text.language}
				value={preferences.language}
				values={LANGUAGES}
				names={LANGUAGE_NAMES}
				onChange={(language) => change({ language })}
			/>
			<Choice
				label={text.theme}
				value={preferences.theme}
				values={THEMES}
				names={text.themes}
				onChange={(theme) => change({ theme })}
			/>
			<Choice
				label={text.density}
				value={preferences.density}
				values={DENSITIES}
				names={text.densities}
				onChange={(density) => change({ density })}
			/>
			<Switch
				label={text.letterKeys}
				checked={preferences.letterKeys}
				onChange={(event) => change({ letterKeys: event.currentTarget.checked })}
			/>
		</Stack>
	);
}
