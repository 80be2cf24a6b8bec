import { Checkbox } from '@mantine/core';
import { useFormats, useText } from '@navette/ui';
import { isFilled } from '../../../client/index.ts';
import { amountInWords } from '../../parts/amount-words.ts';
import type { ReceptionView } from '../reception/use-reception.ts';
import { distributionTexts } from './distribution-texts.ts';
import type { Distribution, OwnedLine } from './use-distribution.ts';

interface Props {
	readonly view: ReceptionView;
	readonly distribution: Distribution;
	readonly owned: OwnedLine;
	/** what names the line: the product in a basket, the person in a product */
	readonly name: string;
	/** types another amount */
	open(owned: OwnedLine): void;
}

function About({ owned: { line }, distribution }: Pick<Props, 'owned' | 'distribution'>) {
	const text = useText(distributionTexts);
	const { weight } = useFormats();
	const weights = line.packages.map((grams) => weight(grams)).join(' + ');
	const pieces = weights === '' ? text.noPackages : text.packages(weights);
	return (
		<small>
			{line.mode === 'UP' ? pieces : null}
			{line.ordered === line.due
				? null
				: ` ${text.ordered(distribution.short(line.ordered, line))}`}
		</small>
	);
}

/** One product of one basket: a tick when it is given, its amount, its price. */
export function BasketLineItem({ view, distribution, owned, name, open }: Props) {
	const text = useText(distributionTexts);
	const formats = useFormats();
	const { co, line } = owned;
	const perm = view.catalogue.lignes[line.code]?.perm ?? { mode: line.mode, emb: 'unite' };
	const amount = amountInWords(line.due, perm, formats);
	const who = view.nameOf(co);
	const isPiece = line.mode === 'UP';
	return (
		<li
			className="cd-line"
			data-code={line.code}
			data-co={co}
			data-done={isFilled(line) || undefined}
		>
			<Checkbox
				size="lg"
				aria-label={text.give(line.label, who, amount)}
				checked={isFilled(line)}
				disabled={isPiece || !view.mayReceive || line.due + line.ordered === 0}
				onChange={(event) =>
					distribution.give(owned, event.currentTarget.checked ? line.due : null)
				}
			/>
			<span className="cd-name">
				{name}
				<About {...{ owned, distribution }} />
			</span>
			{isPiece || !view.mayReceive ? (
				<b className="cd-amount">{amount}</b>
			) : (
				<button
					type="button"
					className="cd-amount"
					aria-label={text.change(line.label, who, amount)}
					onClick={() => open(owned)}
				>
					{amount}
				</button>
			)}
			<span className="cd-price">
				{line.estimated ? '≈ ' : ''}
				{formats.money(line.price)}
			</span>
		</li>
	);
}
