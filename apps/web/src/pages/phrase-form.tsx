import { Button, TextInput } from '@mantine/core';
import { lookAtOfferedRight, toldPhrase } from '@navette/client';
import { useLanguage, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import { strangerAt } from '../device/open-access.ts';
import { phraseMaker } from '../device/phrase-maker.ts';
import { useApp } from '../shell/app-context.ts';
import { appTexts } from '../shell/texts.ts';

/** What is typed stays as it is, and is kept by no browser. */
const AS_TYPED = {
	autoComplete: 'off',
	autoCapitalize: 'none',
	spellCheck: false,
	size: 'md',
} as const;

const ORG = /^[a-z0-9-]{4,16}$/;

/**
 * Five words that somebody said, and the organisation where they are of use: looked for before anything
 * else is asked, so that a word heard wrongly is corrected where it was typed.
 */
export function PhraseForm() {
	const text = useText(appTexts);
	const language = useLanguage();
	const { enter } = useApp();
	const [org, setOrg] = useState('');
	const [phrase, setPhrase] = useState('');
	const [orgFault, setOrgFault] = useState<string>();
	const [fault, setFault] = useState<string>();
	const [isBusy, setBusy] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const code = org.trim().toLowerCase();
		const isOrg = ORG.test(code);
		const hasWords = toldPhrase(phrase).includes(' ');
		setOrgFault(isOrg ? undefined : text.told.orgFault);
		setFault(hasWords ? undefined : text.told.empty);
		if (isBusy || !isOrg || !hasWords) return;
		setBusy(true);
		const token = await phraseMaker.secretOf(code, phrase);
		const looked = await lookAtOfferedRight(strangerAt(location.origin), code, token);
		setBusy(false);
		if (looked.ok) return enter({ org: code, token, told: true });
		const { code: why, sentence } = looked.error;
		return setFault(why === 'E-OFFER' ? text.told.unknown : sentence[language]);
	};
	return (
		<details className="app-told">
			<summary>{text.told.title}</summary>
			<form className="app-told-form" onSubmit={(event) => void submit(event)} noValidate>
				<TextInput
					label={text.told.org}
					description={text.told.orgHelp}
					{...AS_TYPED}
					maxLength={16}
					value={org}
					error={orgFault}
					onChange={(event) => setOrg(event.currentTarget.value)}
				/>
				<TextInput
					label={text.told.phrase}
					description={text.told.phraseHelp}
					{...AS_TYPED}
					maxLength={200}
					value={phrase}
					error={fault}
					onChange={(event) => setPhrase(event.currentTarget.value)}
				/>
				<p role="status" className="nv-quiet">
					{isBusy ? text.told.busy : ''}
				</p>
				<Button type="submit" size="md" loading={isBusy}>
					{text.told.enter}
				</Button>
			</form>
		</details>
	);
}
