import { Button } from '@mantine/core';
import { ScreenLink, useFormats, useText } from '@navette/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ClosingEntry, type ClosingFix, orderPath } from '../../../client/index.ts';
import { amountOf } from '../../../model/index.ts';
import { amountInWords, amountShort } from '../../parts/amount-words.ts';
import type { GroupOrderView } from '../use-group-order.ts';
import { closingTexts } from './closing-texts.ts';
import type { Closing } from './use-closing.ts';

interface Props {
	readonly view: GroupOrderView;
	readonly closing: Closing;
	readonly entry: ClosingEntry;
}

/** What a key says: "+ ½ for the group", "Bring Ana down to 3". */
function useFixWords({ view, closing, entry }: Props) {
	const text = useText(closingTexts);
	const formats = useFormats();
	const mode = view.catalogue.lignes[entry.code]?.perm.mode ?? 'U';
	return ({ kind, co, from, to }: ClosingFix): string => {
		const name = closing.nameOf(co);
		if (kind === 'cap') return text.cap(name, amountShort(to, mode, formats));
		const difference = amountShort(Math.abs(to - from), mode, formats);
		return kind === 'add' ? text.add(difference, name) : text.less(difference, name);
	};
}

function Fixes(props: Props) {
	const text = useText(closingTexts);
	const words = useFixWords(props);
	const { closing, entry } = props;
	const [first, ...others] = closing.fixesOf(entry);
	const isBusy = closing.busy === entry.code;
	if (!first) return null;
	return (
		<div className="cc-fixes">
			<Button
				size="md"
				variant="default"
				loading={isBusy}
				onClick={() => void closing.apply(entry, first)}
			>
				{words(first)}
			</Button>
			{others.length > 0 ? (
				<details>
					<summary>{text.other}</summary>
					<div className="ct-actions">
						{others.map((fix) => (
							<Button
								key={`${fix.kind} ${fix.co}`}
								variant="subtle"
								disabled={isBusy}
								onClick={() => void closing.apply(entry, fix)}
							>
								{words(fix)}
							</Button>
						))}
					</div>
				</details>
			) : null}
		</div>
	);
}

/** One product to look at: who ordered what, and the keys that settle it. */
export function ClosingCard(props: Props) {
	const text = useText(closingTexts);
	const formats = useFormats();
	const { view, closing, entry } = props;
	const { gp, livr } = view.scope;
	const product = view.catalogue.lignes[entry.code];
	if (!product) return null;
	const { mode } = product.perm;
	const total = amountOf(mode, view.groupOrder?.lignes[entry.code]?.att);
	const of = (co: string) => amountOf(mode, closing.orders[co]?.lignes[entry.code]?.cmd);
	return (
		<li className="nv-card cc-entry" data-code={entry.code} data-why={entry.why}>
			<h3>
				{entry.label}{' '}
				<small className="nv-quiet">
					{text.total(amountInWords(total, product.perm, formats))}
				</small>
			</h3>
			<p className="cc-people">
				{entry.people.map((co) => (
					<ScreenLink key={co} to={orderPath(gp, livr, co)}>
						{text.person(closing.nameOf(co), amountShort(of(co), mode, formats))}
					</ScreenLink>
				))}
			</p>
			{view.edition === 'ordered' ? <Fixes {...props} /> : null}
			{closing.fault?.code === entry.code ? (
				<p className="ct-banner" data-tone="danger" role="alert">
					<IconAlertTriangle size={20} aria-hidden /> <span>{closing.fault.sentence}</span>
				</p>
			) : null}
		</li>
	);
}
