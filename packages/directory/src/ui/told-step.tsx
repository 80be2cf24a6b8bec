import { Button, TextInput } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import type { SponsorSecret } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';

interface Props {
	onTold(secret: SponsorSecret): void;
	onBack(): void;
}

/** A sponsorship that was said, or that came in two halves by two ways. */
export function ToldStep({ onTold, onBack }: Props) {
	const text = useText(entryTexts);
	const [phrase, setPhrase] = useState('');
	const [halves, setHalves] = useState<readonly [string, string]>(['', '']);
	const isCode = halves.every((half) => half.trim() !== '');
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (isCode) onTold({ form: 'code', halves });
		else if (phrase.trim() !== '') onTold({ form: 'phrase', phrase });
	};
	return (
		<Page title={text.toldTitle}>
			<p className="nv-own-lead">{text.toldLead}</p>
			<form className="nv-own-form" onSubmit={submit}>
				<TextInput
					label={text.toldPhrase}
					autoComplete="off"
					size="md"
					value={phrase}
					disabled={isCode}
					onChange={(event) => setPhrase(event.currentTarget.value)}
				/>
				<TextInput
					label={text.toldFirstHalf}
					description={text.toldHalfHelp}
					autoComplete="off"
					value={halves[0]}
					onChange={(event) => setHalves([event.currentTarget.value, halves[1]])}
				/>
				<TextInput
					label={text.toldOtherHalf}
					autoComplete="one-time-code"
					value={halves[1]}
					onChange={(event) => setHalves([halves[0], event.currentTarget.value])}
				/>
				<div className="nv-own-actions">
					<Button type="submit" size="md" disabled={!isCode && phrase.trim() === ''}>
						{text.toldDo}
					</Button>
					<Button variant="subtle" onClick={onBack}>
						{text.back}
					</Button>
				</div>
			</form>
		</Page>
	);
}
