import { Button, PasswordInput } from '@mantine/core';
import type { Random } from '@navette/core';
import { generatePhrase } from '@navette/crypto';
import { Chip, Page, useLanguage, useText } from '@navette/ui';
import { IconCopy, IconRefresh } from '@tabler/icons-react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { deviceTexts } from './texts.ts';
import { isAccepted, type Strength, useStrength } from './use-strength.ts';

/** Words drawn at random, and how to draw others. */
function useProposal(random: Random): readonly [string, () => void] {
	const language = useLanguage();
	const [words, setWords] = useState('');
	const draw = useCallback(
		() => void generatePhrase(language, { random }).then(setWords),
		[language, random],
	);
	useEffect(draw, [draw]);
	return [words, draw];
}

function Proposed({ words, draw }: { words: string; draw(): void }) {
	const text = useText(deviceTexts);
	const [isCopied, setIsCopied] = useState(false);
	const copy = async () => {
		await navigator.clipboard.writeText(words);
		setIsCopied(true);
	};
	return (
		<>
			<p className="nv-own-lead">{text.secretLead}</p>
			<p className="nv-own-words" data-testid="phrase">
				{words}
			</p>
			<div className="nv-own-actions">
				<Button
					variant="default"
					leftSection={<IconRefresh size={18} aria-hidden />}
					onClick={draw}
				>
					{text.another}
				</Button>
				<Button
					variant="default"
					leftSection={<IconCopy size={18} aria-hidden />}
					onClick={() => void copy()}
				>
					{isCopied ? text.copied : text.copy}
				</Button>
			</div>
		</>
	);
}

const TONES: Readonly<Record<Strength, 'danger' | 'warn' | 'ok'>> = {
	short: 'danger',
	long: 'danger',
	weak: 'warn',
	fair: 'ok',
	strong: 'ok',
};

function Typed({ value, onChange }: { value: string; onChange(value: string): void }) {
	const text = useText(deviceTexts);
	const strength = useStrength(value);
	return (
		<>
			<PasswordInput
				label={text.phrase}
				description={text.phraseHelp}
				name="new-password"
				autoComplete="new-password"
				size="md"
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
			<p className="dv-strength" role="status">
				{strength === undefined ? null : (
					<>
						<span>{text.strengthTitle}</span>
						<Chip tone={TONES[strength]}>{text.strength[strength]}</Chip>
					</>
				)}
			</p>
		</>
	);
}

interface Props {
	readonly random: Random;
	onChosen(phrase: string): void;
	onBack(): void;
}

/** The secret phrase: five words proposed, or one's own. */
export function SecretStep({ random, onChosen, onBack }: Props) {
	const text = useText(deviceTexts);
	const [words, draw] = useProposal(random);
	const [typed, setTyped] = useState<string>();
	const strength = useStrength(typed ?? '');
	const phrase = typed ?? words;
	const isGood = typed === undefined ? words !== '' : isAccepted(strength);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (isGood) onChosen(phrase);
	};
	return (
		<Page title={text.secretTitle}>
			<form className="nv-own-form" onSubmit={submit}>
				{typed === undefined ? (
					<Proposed words={words} draw={draw} />
				) : (
					<Typed value={typed} onChange={setTyped} />
				)}
				<div className="nv-own-actions">
					<Button type="submit" size="md" disabled={!isGood}>
						{text.next}
					</Button>
					<Button variant="subtle" onClick={() => setTyped(typed === undefined ? '' : undefined)}>
						{typed === undefined ? text.useMine : text.useProposed}
					</Button>
					<Button variant="subtle" onClick={onBack}>
						{text.back}
					</Button>
				</div>
			</form>
		</Page>
	);
}
