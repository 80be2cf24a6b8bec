import { Button } from '@mantine/core';
import { Page, useText } from '@navette/ui';
import { IconClock, IconKey } from '@tabler/icons-react';
import type { AliasPhrases, DirectoryClientDeps, Identity } from '../client/index.ts';
import { entryTexts } from './entry-texts.ts';
import { PairStep } from './pair-step.tsx';
import { RescueStep } from './rescue-step.tsx';
import { SECOND_ALIAS } from './second-alias.ts';
import { Way } from './way.tsx';

/** Notes in the sheet of somebody that a second alias was chosen. */
export const noteSecondAlias = (identity: Identity) =>
	identity.changeSheet((before) => ({
		...before,
		kept: { ...before.kept, [SECOND_ALIAS]: true },
	}));

type SecondStep = 'second' | 'second-pair' | 'second-rescue';

interface Props {
	readonly deps: DirectoryClientDeps;
	readonly step: SecondStep;
	readonly address: string;
	readonly made: number;
	readonly second: AliasPhrases | undefined;
	onStep(step: SecondStep | 'last' | 'rescue'): void;
	onSecond(pair: AliasPhrases | undefined): void;
}

/** A second pair of phrases: now, with a rescue sheet of its own, or later. */
export function SecondSteps({ deps, step, address, made, second, onStep, onSecond }: Props) {
	const text = useText(entryTexts);
	if (step === 'second-rescue' && second)
		return (
			<RescueStep
				deps={deps}
				sheet={{ ...second, address, made }}
				onKept={() => onStep('last')}
				onBack={() => onStep('second-pair')}
			/>
		);
	if (step === 'second-pair')
		return (
			<Page title={text.secondTitle}>
				<p className="nv-own-lead">{text.secondLead}</p>
				<PairStep
					random={deps.random}
					doIt={text.next}
					onBack={() => onStep('second')}
					onChosen={(chosen) => {
						onSecond(chosen);
						onStep('second-rescue');
					}}
				/>
			</Page>
		);
	return (
		<Page title={text.secondTitle}>
			<p className="nv-own-lead">{text.secondLead}</p>
			<ul className="nv-own-ways">
				<Way
					icon={IconKey}
					title={text.secondNow}
					about={text.secondNowAbout}
					onChoose={() => onStep('second-pair')}
				/>
				<Way
					icon={IconClock}
					title={text.secondLater}
					about={text.secondLaterAbout}
					onChoose={() => {
						onSecond(undefined);
						onStep('last');
					}}
				/>
			</ul>
			<div className="nv-own-actions">
				<Button variant="subtle" onClick={() => onStep('rescue')}>
					{text.back}
				</Button>
			</div>
		</Page>
	);
}
