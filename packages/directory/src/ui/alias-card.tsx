import { Button } from '@mantine/core';
import { useText } from '@navette/ui';
import { useState } from 'react';
import type { AliasPhrases, DirectoryClientDeps, Fault } from '../client/index.ts';
import type { Slot } from '../model/index.ts';
import { Card } from './card.tsx';
import { entryTexts } from './entry-texts.ts';
import { FaultNotice } from './fault-notice.tsx';
import { Notice } from './notice.tsx';
import { PairStep } from './pair-step.tsx';
import { SECOND_ALIAS } from './second-alias.ts';
import { sheetTexts } from './sheet-texts.ts';
import type { OwnSheet } from './use-sheet.ts';

const SLOTS: readonly Slot[] = [1, 2];

/** The two aliases; one replaces the other. */
export function AliasCard({ deps, own }: { deps: DirectoryClientDeps; own: OwnSheet }) {
	const text = useText(sheetTexts);
	const entry = useText(entryTexts);
	const [slot, setSlot] = useState<Slot>();
	const [made, setMade] = useState<AliasPhrases>();
	const [fault, setFault] = useState<Fault>();
	const [isBusy, setIsBusy] = useState(false);
	const take = async (phrases: AliasPhrases) => {
		if (slot === undefined) return;
		setIsBusy(true);
		const replaced = await own.identity.replaceAlias(slot, phrases);
		setIsBusy(false);
		setFault(replaced.ok ? undefined : replaced.error);
		if (!replaced.ok) return;
		setMade(phrases);
		setSlot(undefined);
		if (slot === 2)
			await own.change((before) => ({ ...before, kept: { ...before.kept, [SECOND_ALIAS]: true } }));
	};
	return (
		<Card title={text.aliases} about={text.aliasesAbout}>
			<FaultNotice fault={fault} />
			{own.sheet.kept[SECOND_ALIAS] === true ? null : <Notice tone="info">{text.noSecond}</Notice>}
			{made ? (
				<div className="nv-own-form">
					<Notice tone="info">{text.replaced}</Notice>
					<strong>{entry.first}</strong>
					<p className="nv-own-words" data-testid="made-first">
						{made.first}
					</p>
					<strong>{entry.second}</strong>
					<p className="nv-own-words" data-testid="made-second">
						{made.second}
					</p>
				</div>
			) : null}
			{slot === undefined ? (
				<div className="nv-own-actions nv-no-print">
					{SLOTS.map((one) => (
						<Button
							key={one}
							variant="default"
							onClick={() => {
								setMade(undefined);
								setSlot(one);
							}}
						>
							{text.replace(one)}
						</Button>
					))}
				</div>
			) : (
				<PairStep
					random={deps.random}
					doIt={text.replaceDo}
					isBusy={isBusy}
					onChosen={(phrases) => void take(phrases)}
					onBack={() => setSlot(undefined)}
				/>
			)}
		</Card>
	);
}
