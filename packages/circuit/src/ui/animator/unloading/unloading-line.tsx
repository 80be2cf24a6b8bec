import { useFormats, useText } from '@navette/ui';
import { IconCheck, IconMessage2, IconPencil } from '@tabler/icons-react';
import { expectedOf, type UnloadingRow } from '../../../client/index.ts';
import { amountOf, type Permanent } from '../../../model/index.ts';
import { AlertChips } from '../../parts/alert-chips.tsx';
import { amountInWords, amountShort } from '../../parts/amount-words.ts';
import { unloadingTexts } from './unloading-texts.ts';

interface Props {
	readonly row: UnloadingRow;
	readonly perm: Pick<Permanent, 'mode' | 'emb'>;
	readonly writable: boolean;
	open(): void;
	accept(): void;
}

/** What is expected, in words, with where it comes from. */
function Expected({ row, perm }: Pick<Props, 'row' | 'perm'>) {
	const text = useText(unloadingTexts);
	const formats = useFormats();
	const short = (amount: number) => amountShort(amount, row.mode, formats);
	const isSame = row.shipped === row.ordered;
	return (
		<span className="cu-expected">
			<span className="nv-hidden">{text.expected}: </span>
			<b>{amountInWords(expectedOf(row), perm, formats)}</b>
			<small>
				{row.shipped === undefined ? text.notShipped : null}
				{row.shipped !== undefined && !isSame ? text.ordered(short(row.ordered)) : null}
				{isSame ? text.shipped(short(row.ordered)) : null}
			</small>
		</span>
	);
}

/** One product: what is expected, what was found, and one key to take it as expected. */
export function UnloadingLine({ row, perm, writable, open, accept }: Props) {
	const text = useText(unloadingTexts);
	const formats = useFormats();
	const { received, mode, label } = row;
	const short = (amount: number) => amountShort(amount, mode, formats);
	const found = received ? short(amountOf(mode, received)) : text.none;
	const isOther = received !== undefined && amountOf(mode, received) !== expectedOf(row);
	const state = received ? (isOther ? 'other' : 'same') : undefined;
	const as = row.shipped === undefined ? text.asOrdered : text.asShipped;
	return (
		<li className="cu-line" data-code={row.code} data-state={state}>
			<button type="button" className="cu-open" disabled={!writable} onClick={open}>
				<span className="cu-label">{label}</span>
				<Expected row={row} perm={perm} />
				<span className="cu-found">
					{received ? (
						<>
							<small>{text.received}</small> <b>{found}</b>
						</>
					) : writable ? (
						<>
							<IconPencil size={20} aria-hidden />
							<span className="nv-hidden">{text.none}</span>
						</>
					) : (
						<small>{text.none}</small>
					)}
				</span>
			</button>
			{writable && !received ? (
				<button
					type="button"
					className="cu-accept"
					aria-label={text.accept(label, as, short(expectedOf(row)))}
					onClick={accept}
				>
					<IconCheck size={28} aria-hidden />
				</button>
			) : null}
			{row.remark === undefined ? null : (
				<p className="cu-remark">
					<IconMessage2 size={16} aria-hidden /> {row.remark}
				</p>
			)}
			<AlertChips bits={row.alerts} />
		</li>
	);
}
