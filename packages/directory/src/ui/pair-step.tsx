import { Button } from '@mantine/core';
import type { Random } from '@navette/core';
import { estimatePhrase, generatePhrase } from '@navette/crypto';
import { Chip, useLanguage, useText } from '@navette/ui';
import { IconRefresh } from '@tabler/icons-react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { AliasPhrases } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';
import { PairFields } from './pair-fields.tsx';

const NOTHING: AliasPhrases = { first: '', second: '' };
const STRONG_BITS = 60;
/** Three words point to somebody, five protect: what a thief of the database must guess is the second. */
const FIRST_WORDS = 3;
const MIN_FIRST = 8;

type Strength = 'short' | 'long' | 'weak' | 'fair' | 'strong';

/** How strong a typed phrase is; `undefined` while nothing is typed. */
function useStrength(typed: string): Strength | undefined {
	const [found, setFound] = useState<{ readonly of: string; readonly strength: Strength }>();
	useEffect(() => {
		let isWanted = true;
		if (typed !== '')
			void estimatePhrase(typed).then(({ bits, fault }) => {
				const strength = fault ?? (bits >= STRONG_BITS ? 'strong' : 'fair');
				if (isWanted) setFound({ of: typed, strength });
			});
		return () => {
			isWanted = false;
		};
	}, [typed]);
	return found?.of === typed ? found.strength : undefined;
}

/** Two phrases drawn at random, and how to draw others. */
function useProposal(random: Random): readonly [AliasPhrases, () => void] {
	const language = useLanguage();
	const [drawn, setDrawn] = useState(NOTHING);
	const draw = useCallback(() => {
		const both = [
			generatePhrase(language, { random }, FIRST_WORDS),
			generatePhrase(language, { random }),
		] as const;
		void Promise.all(both).then(([first, second]) => setDrawn({ first, second }));
	}, [language, random]);
	useEffect(draw, [draw]);
	return [drawn, draw];
}

function Proposed({ pair, draw }: { pair: AliasPhrases; draw(): void }) {
	const text = useText(entryTexts);
	return (
		<>
			<div>
				<strong>{text.first}</strong>
				<p className="nv-own-words" data-testid="first">
					{pair.first}
				</p>
			</div>
			<div>
				<strong>{text.second}</strong>
				<p className="nv-own-words" data-testid="second">
					{pair.second}
				</p>
			</div>
			<div>
				<Button
					variant="default"
					leftSection={<IconRefresh size={18} aria-hidden />}
					onClick={draw}
				>
					{text.another}
				</Button>
			</div>
		</>
	);
}

interface Props {
	readonly random: Random;
	readonly doIt: string;
	readonly isBusy?: boolean;
	onChosen(pair: AliasPhrases): void;
	onBack(): void;
}

/** Two phrases are chosen: proposed, or one's own if they are strong enough. */
export function PairStep({ random, doIt, isBusy = false, onChosen, onBack }: Props) {
	const text = useText(entryTexts);
	const [drawn, draw] = useProposal(random);
	const [typed, setTyped] = useState<AliasPhrases>();
	const strength = useStrength(typed?.second ?? '');
	const pair = typed ?? drawn;
	const isLong = pair.first.trim().length >= MIN_FIRST;
	const isGood = isLong && (typed === undefined || strength === 'fair' || strength === 'strong');
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (isGood && !isBusy) onChosen(pair);
	};
	return (
		<form className="nv-own-form" onSubmit={submit} noValidate>
			{typed ? (
				<PairFields value={typed} isNew onChange={setTyped} />
			) : (
				<Proposed pair={drawn} draw={draw} />
			)}
			<p role="status">
				{typed && typed.first !== '' && !isLong ? (
					<Chip tone="danger">{`${text.first} · ${text.tooShort}`}</Chip>
				) : null}
				{strength ? (
					<Chip tone={strength === 'fair' || strength === 'strong' ? 'ok' : 'warn'}>
						{text.strength[strength]}
					</Chip>
				) : null}
			</p>
			<div className="nv-own-actions">
				<Button type="submit" size="md" disabled={!isGood} loading={isBusy}>
					{doIt}
				</Button>
				<Button variant="subtle" onClick={() => setTyped(typed ? undefined : NOTHING)}>
					{typed ? text.useProposed : text.useMine}
				</Button>
				<Button variant="subtle" onClick={onBack}>
					{text.back}
				</Button>
			</div>
		</form>
	);
}
