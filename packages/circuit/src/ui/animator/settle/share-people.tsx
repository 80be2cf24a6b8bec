import { Button } from '@mantine/core';
import { Chip, QuantityStepper, useText, WeightStepper } from '@navette/ui';
import { IconArrowDownCircle, IconArrowUpCircle } from '@tabler/icons-react';
import type { OfferedLine, SharePart } from '../../../client/index.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { settleTexts } from './settle-texts.ts';
import type { Share } from './use-share.ts';

interface Props {
	readonly view: ReceptionView;
	readonly share: Share;
	readonly line: OfferedLine;
}

function Keys({ view, share, line, part }: Props & { readonly part: SharePart }) {
	const text = useText(settleTexts);
	const { perm } = line;
	const label = text.person(perm.lib, view.nameOf(part.co));
	const give = (amount: number) => share.give(part, amount);
	return perm.mode === 'P' ? (
		<WeightStepper
			label={label}
			grams={part.given ?? 0}
			step={perm.pas ?? 100}
			free
			disabled={!view.mayReceive}
			onChange={give}
		/>
	) : (
		<QuantityStepper
			label={label}
			halves={part.given ?? 0}
			half={perm.demi}
			disabled={!view.mayReceive}
			onChange={give}
		/>
	);
}

function Difference({ share, part }: Pick<Props, 'share'> & { readonly part: SharePart }) {
	const text = useText(settleTexts);
	const { given, wanted } = part;
	if (given === undefined || given === wanted) return null;
	return given < wanted ? (
		<Chip tone="danger" icon={IconArrowDownCircle}>
			{text.less(share.short(wanted - given))}
		</Chip>
	) : (
		<Chip tone="info" icon={IconArrowUpCircle}>
			{text.more(share.short(given - wanted))}
		</Chip>
	);
}

/** Who is given how much of a product, with its keys. */
export function SharePeople({ view, share, line }: Props) {
	const text = useText(settleTexts);
	return (
		<ul className="cs-people">
			{share.board.parts.map((part) => (
				<li key={part.co} data-co={part.co}>
					<div>
						<b>{view.nameOf(part.co)}</b>
						<small>
							{text.wantedIs(share.short(part.wanted))}
							{part.ordered === part.wanted
								? ''
								: ` · ${text.orderedIs(share.short(part.ordered))}`}
						</small>
						<Difference share={share} part={part} />
					</div>
					{part.given === undefined && part.wanted > 0 && view.mayReceive ? (
						<Button variant="subtle" onClick={() => share.give(part, part.wanted)}>
							{text.asWanted(share.short(part.wanted))}
						</Button>
					) : null}
					<Keys {...{ view, share, line, part }} />
				</li>
			))}
		</ul>
	);
}
