import { Button, TextInput } from '@mantine/core';
import { ErrorState, useText } from '@navette/ui';
import { type ComponentProps, type FormEvent, useState } from 'react';
import { parseRights } from '../model/index.ts';
import { adminTexts } from './texts.ts';
import { type Granted, useGrant } from './use-grant.ts';

/** Who may enter, and what for. */
export function GrantForm({ onGranted }: { onGranted(granted: Granted): void }) {
	const text = useText(adminTexts);
	const grant = useGrant();
	const [label, setLabel] = useState('');
	const [typed, setTyped] = useState('');
	const [isChecked, setIsChecked] = useState(false);
	const [isSending, setIsSending] = useState(false);
	const [refused, setRefused] = useState<ComponentProps<typeof ErrorState>['error']>();
	const rights = parseRights(typed);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setIsChecked(true);
		if (label.trim() === '' || !rights.ok) return;
		setIsSending(true);
		const outcome = await grant(label.trim(), rights.value);
		setIsSending(false);
		if (outcome.ok) onGranted(outcome.value);
		else setRefused(outcome.error);
	};
	return (
		<form className="ad-form" onSubmit={(event) => void submit(event)} noValidate>
			<TextInput
				label={text.grantWho}
				description={text.grantWhoHelp}
				value={label}
				maxLength={200}
				required
				data-autofocus
				error={isChecked && label.trim() === '' ? text.grantWhoFault : undefined}
				onChange={(event) => setLabel(event.currentTarget.value)}
			/>
			<TextInput
				label={text.grantRights}
				description={text.grantRightsHelp}
				value={typed}
				required
				autoCapitalize="off"
				spellCheck={false}
				error={isChecked && !rights.ok ? text.grantRightsFault(rights.error) : undefined}
				onChange={(event) => setTyped(event.currentTarget.value)}
			/>
			{refused ? <ErrorState error={refused} /> : null}
			<Button type="submit" size="md" loading={isSending}>
				{text.grantDo}
			</Button>
		</form>
	);
}
