import { Chip, QuantityStepper, useFormats, useText, WeightStepper } from '@navette/ui';
import { IconAlertTriangle, IconClockUp, IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OrderRow } from '../../client/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import { Thumbnail } from '../parts/photo/thumbnail.tsx';
import type { ProductPhoto } from '../parts/photo/use-photos.ts';
import { GroupCount } from './group-count.tsx';
import { orderTexts } from './order-texts.ts';
import { ProductAbout } from './product-about.tsx';

interface Props {
	readonly row: OrderRow;
	/** absent = read only */
	readonly onChange?: ((row: OrderRow, to: number) => void) | undefined;
	readonly level?: 3 | 4;
	/** Its photo; null = it has none, others do; absent = nothing has. */
	readonly photo?: ProductPhoto | null | undefined;
}

function Stepper({ row, onChange }: { row: OrderRow; onChange(row: OrderRow, to: number): void }) {
	const { perm, amount, offered } = row;
	const change = (to: number) => onChange(row, to);
	const bounds = offered ? {} : { max: amount };
	return perm.mode === 'P' ? (
		<WeightStepper label={perm.lib} grams={amount} step={row.step} {...bounds} onChange={change} />
	) : (
		<QuantityStepper
			label={perm.lib}
			halves={amount}
			half={perm.demi}
			{...bounds}
			onChange={change}
		/>
	);
}

function Notes({ row }: { readonly row: OrderRow }) {
	const text = useText(orderTexts);
	const formats = useFormats();
	const { perm, isHigh, max, reduced, offered, amount } = row;
	const notes: ReactNode[] = [];
	if (isHigh && max !== undefined) notes.push(text.high(amountInWords(max, perm, formats)));
	if (reduced !== undefined) notes.push(text.reduced(amountInWords(reduced, perm, formats)));
	if (!offered && amount > 0) notes.push(text.withdrawn);
	return notes.map((note) => (
		<p key={String(note)} className="co-note">
			<IconAlertTriangle size={16} aria-hidden />
			{note}
		</p>
	));
}

function LineTotal({ row }: { readonly row: OrderRow }) {
	const text = useText(orderTexts);
	const { money } = useFormats();
	const { amount, figures, state } = row;
	return (
		<span className="co-line-total">
			{amount > 0 ? `${figures.est ? '≈ ' : ''}${money(figures.px)}` : null}
			{state === 'waiting' || state === 'sending' ? (
				<small>
					<IconClockUp size={14} aria-hidden />
					{state === 'waiting' ? text.toSend : text.sending}
				</small>
			) : null}
		</span>
	);
}

/** One product of the order form: what it is, its price, the group's count, the keys. */
export function ProductLine({ row, onChange, level = 3, photo }: Props) {
	const text = useText(orderTexts);
	const formats = useFormats();
	const { perm, amount } = row;
	const Heading = level === 3 ? 'h3' : 'h4';
	return (
		<div className="co-product" data-chosen={amount > 0 || undefined} data-code={row.code}>
			<div className="co-product-what" data-photo={photo !== undefined || undefined}>
				{photo === undefined ? null : <Thumbnail photo={photo} name={perm.lib} />}
				<div>
					<Heading>
						{perm.lib}
						{row.isNew ? (
							<Chip tone="info" icon={IconSparkles}>
								{text.isNew}
							</Chip>
						) : null}
						{row.offered && row.stock === 1 ? <Chip tone="warn">{text.low}</Chip> : null}
					</Heading>
					<ProductAbout row={row} />
					<Notes row={row} />
				</div>
			</div>
			<GroupCount row={row} />
			<LineTotal row={row} />
			{onChange && (row.offered || amount > 0) ? (
				<Stepper row={row} onChange={onChange} />
			) : (
				<span className="co-amount">
					{amount > 0 ? amountShort(amount, perm.mode, formats) : '–'}
				</span>
			)}
		</div>
	);
}
