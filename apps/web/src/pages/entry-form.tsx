import { Button, PasswordInput } from '@mantine/core';
import { useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { parseEntry } from '../access/entry.ts';
import { isKnownService } from '../access/known-service.ts';
import { useApp } from '../shell/app-context.ts';
import { appTexts } from '../shell/texts.ts';

/** A field where the entry link is pasted; hidden as the secret it is, password managers may fill it. */
export function EntryForm() {
	const text = useText(appTexts);
	const { enter } = useApp();
	const [link, setLink] = useState('');
	const [refused, setRefused] = useState<'linkFault' | 'unknownService'>();
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const entry = parseEntry(link, location.origin);
		if (!entry) return setRefused('linkFault');
		const isKnown = await isKnownService(entry.url);
		setRefused(isKnown ? undefined : 'unknownService');
		return isKnown ? enter(entry) : undefined;
	};
	return (
		<form className="app-entry" onSubmit={(event) => void submit(event)} noValidate>
			<PasswordInput
				label={text.link}
				description={text.linkHelp}
				autoComplete="current-password"
				size="md"
				value={link}
				error={refused ? text[refused] : undefined}
				onChange={(event) => setLink(event.currentTarget.value)}
			/>
			<Button type="submit" size="md">
				{text.enter}
			</Button>
			<p className="nv-quiet">{text.secret}</p>
		</form>
	);
}
