import { Button, Checkbox, TextInput } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { deviceTexts } from './texts.ts';

/** What a profile is called, and how severe it is. */
export interface Named {
	readonly name: string;
	readonly strict: boolean;
}

/** The name of the profile, which is not secret. */
export function NameStep(props: { onNamed(named: Named): void; onBack(): void }) {
	const text = useText(deviceTexts);
	const [name, setName] = useState('');
	const [strict, setStrict] = useState(false);
	const [isChecked, setIsChecked] = useState(false);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setIsChecked(true);
		if (name.trim() !== '') props.onNamed({ name: name.trim(), strict });
	};
	return (
		<Page title={text.nameTitle}>
			<form className="nv-own-form" onSubmit={submit} noValidate>
				<TextInput
					label={text.name}
					description={text.nameHelp}
					name="username"
					autoComplete="username"
					size="md"
					maxLength={60}
					required
					value={name}
					error={isChecked && name.trim() === '' ? text.nameFault : undefined}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<Checkbox
					label={text.strict}
					description={text.strictHelp}
					checked={strict}
					onChange={(event) => setStrict(event.currentTarget.checked)}
				/>
				<div className="nv-own-actions">
					<Button type="submit" size="md">
						{text.next}
					</Button>
					<Button variant="subtle" onClick={props.onBack}>
						{text.back}
					</Button>
				</div>
			</form>
		</Page>
	);
}
