import { Button } from '@mantine/core';
import { useFormats, useNow, useText } from '@navette/ui';
import type { ProductRow } from '../../client/index.ts';
import { amountShort } from '../parts/amount-words.ts';
import { groupOrderTexts } from './group-order-texts.ts';
import type { CellFacts } from './order-cell.tsx';
import type { CellEdits, CellOutcome } from './use-cell-edits.ts';

interface Props extends Pick<CellEdits, 'overwrite' | 'dismiss'> {
	readonly outcome: CellOutcome;
	readonly row: ProductRow;
	readonly facts: CellFacts;
}

/** Under a refused cell: why, and the choice when somebody else wrote it meanwhile. */
export function CellNote({ outcome, row, facts, overwrite, dismiss }: Props) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const now = useNow();
	const { stale, amount, sentence } = outcome;
	const { co, code } = facts.typed;
	const close = () => dismiss(co, code);
	if (!stale || amount === undefined)
		return (
			<div className="ca-note">
				<p>{sentence}</p>
				<Button size="compact-sm" variant="default" onClick={close}>
					{text.close}
				</Button>
			</div>
		);
	const who = stale.name ?? (stale.byAnimator ? text.anAnimator : text.someone);
	const when = stale.at === undefined ? '' : formats.moment(stale.at, now);
	const short = (one: number) => amountShort(one, row.mode, formats);
	return (
		<div className="ca-note">
			<p>{text.stale(who, short(stale.current), when)}</p>
			<p className="ca-choice">
				<Button size="compact-sm" variant="default" onClick={close}>
					{text.keep(short(stale.current))}
				</Button>
				<Button size="compact-sm" onClick={() => overwrite(facts.typed, amount)}>
					{text.put(short(amount))}
				</Button>
			</p>
		</div>
	);
}
