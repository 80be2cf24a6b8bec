import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { Profile } from '../client/index.ts';
import { deviceTexts } from './texts.ts';
import { Warning } from './warning.tsx';

/** Why a profile did not open. */
export type OpenRefusal = 'wrong' | 'erased' | 'unknown' | 'full' | 'gone' | 'damaged';

interface Props {
	readonly profile: Profile;
	/** Opens; answers why not. */
	onOpen(phrases: readonly string[], away: boolean): Promise<OpenRefusal | undefined>;
	onBack(): void;
}

/** The sentence of a refusal, the last try announced before it is made. */
function Refusal({ refusal, strict }: { refusal: OpenRefusal; strict: boolean }) {
	const text = useText(deviceTexts);
	if (refusal === 'wrong')
		return strict ? (
			<Warning tone="danger">{text.wrongStrict}</Warning>
		) : (
			<Warning>{text.wrong}</Warning>
		);
	if (refusal === 'erased' || refusal === 'unknown')
		return <Warning tone="danger">{text[refusal]}</Warning>;
	return <Warning>{text.gone}</Warning>;
}

/** One profile, and the phrase that opens it: pasted, filled by a password manager, or typed. */
export function PhraseForm({ profile, onOpen, onBack }: Props) {
	const text = useText(deviceTexts);
	const [first, setFirst] = useState('');
	const [phrase, setPhrase] = useState('');
	const phrases = profile.pair ? [first, phrase] : [phrase];
	const isWhole = phrases.every((one) => one !== '');
	const [away, setAway] = useState(false);
	const [isBusy, setIsBusy] = useState(false);
	const [refusal, setRefusal] = useState<OpenRefusal | undefined>(
		profile.failures > 0 ? 'wrong' : undefined,
	);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (!isWhole || isBusy) return;
		setIsBusy(true);
		const refused = await onOpen(phrases, away);
		setIsBusy(false);
		setRefusal(refused);
		if (refused) setPhrase('');
	};
	return (
		<Page title={text.openTitle(profile.name)}>
			<form className="nv-own-form" onSubmit={(event) => void submit(event)} noValidate>
				<input
					className="nv-hidden"
					aria-hidden
					tabIndex={-1}
					readOnly
					name="username"
					autoComplete="username"
					value={profile.name}
				/>
				{refusal ? <Refusal refusal={refusal} strict={profile.strict} /> : null}
				{profile.pair ? (
					<PasswordInput
						label={text.firstPhrase}
						name="first-phrase"
						autoComplete="off"
						size="md"
						value={first}
						onChange={(event) => setFirst(event.currentTarget.value)}
					/>
				) : null}
				<PasswordInput
					label={profile.pair ? text.secondPhrase : text.phrase}
					name="password"
					autoComplete="current-password"
					size="md"
					data-autofocus
					value={phrase}
					onChange={(event) => setPhrase(event.currentTarget.value)}
				/>
				<Checkbox
					label={text.away}
					description={text.awayHelp}
					checked={away}
					onChange={(event) => setAway(event.currentTarget.checked)}
				/>
				<div className="nv-own-actions">
					<Button type="submit" size="md" loading={isBusy} disabled={!isWhole}>
						{text.openDo}
					</Button>
					<Button variant="subtle" onClick={onBack}>
						{text.other}
					</Button>
				</div>
			</form>
		</Page>
	);
}
