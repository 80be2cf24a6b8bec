import { EmptyState, LoadingState, useFormats, useText } from '@navette/ui';
import { IconCircleCheck, IconPackage, IconScale } from '@tabler/icons-react';
import { type GotLine, gotLines, isUnloading } from '../../client/index.ts';
import { amountOf, orderSynthesis } from '../../model/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import { gotTexts } from './got-texts.ts';
import { OrderFigures } from './order-figures.tsx';
import type { DeliveryView } from './use-delivery.ts';

function Packages({ line }: { readonly line: GotLine }) {
	const text = useText(gotTexts);
	const { weight, money } = useFormats();
	const { packages, perm, due } = line;
	if (perm?.mode !== 'UP' || packages.length === 0) return null;
	const missing = amountOf('UP', { q2: due }) / 2 - packages.length;
	return (
		<ul className="co-packages" aria-label={text.packages(packages.length)}>
			{packages.map(({ id, g, px }) => (
				<li key={id}>{text.onePackage(weight(g), money(px))}</li>
			))}
			{missing > 0 ? <li>{text.missingPackages(missing)}</li> : null}
		</ul>
	);
}

function Row({ line }: { readonly line: GotLine }) {
	const text = useText(gotTexts);
	const formats = useFormats();
	const { code, perm, ordered, got, px, est, reason, remark } = line;
	const short = (amount: number) =>
		perm ? amountInWords(amount, perm, formats) : amountShort(amount, 'U', formats);
	return (
		<tr data-reason={reason}>
			<th scope="row">
				{perm?.lib ?? code}
				<Packages line={line} />
				{reason === undefined ? null : <small className="co-why">{text.reasons[reason]}</small>}
				{remark === undefined ? null : <small>{text.remark(remark)}</small>}
			</th>
			<td data-label={text.ordered}>{short(ordered)}</td>
			<td data-label={text.got}>{got === undefined ? text.notYet : short(got)}</td>
			<td data-label={text.due}>
				{est ? '≈ ' : ''}
				{formats.money(px)}
			</td>
		</tr>
	);
}

function PickedUp({ view }: { readonly view: DeliveryView }) {
	const text = useText(gotTexts);
	const { moment } = useFormats();
	const { order, now } = view;
	if (!order?.ret) return null;
	return (
		<p className="co-picked">
			<IconCircleCheck size={20} aria-hidden />
			{text.pickedUp(order.ret.qui, moment(order.ret.t, now))}
		</p>
	);
}

/** C5: ordered, got, packages with their weights, due; an estimate until it is weighed. */
export function GotTab({ view }: { readonly view: DeliveryView }) {
	const text = useText(gotTexts);
	const { money } = useFormats();
	const { order, groupOrder, catalogue } = view;
	if (!catalogue.result && catalogue.status === 'loading') return <LoadingState rows={4} />;
	const lines = gotLines(order, groupOrder, catalogue.result);
	if (lines.length === 0)
		return (
			<EmptyState icon={IconPackage} title={text.emptyTitle}>
				{text.empty}
			</EmptyState>
		);
	const synthesis = orderSynthesis(order);
	const isEstimate = lines.some(({ est }) => est);
	return (
		<>
			<PickedUp view={view} />
			{isUnloading(groupOrder) ? (
				<OrderFigures synthesis={synthesis} />
			) : (
				<div className="co-banner">
					<IconScale size={20} aria-hidden />
					<span>
						<b>{text.beforeTitle}</b> {text.before}
					</span>
				</div>
			)}
			<table className="co-table co-got">
				<thead>
					<tr>
						<th scope="col">{text.product}</th>
						<th scope="col">{text.ordered}</th>
						<th scope="col">{text.got}</th>
						<th scope="col">{text.due}</th>
					</tr>
				</thead>
				<tbody>
					{lines.map((line) => (
						<Row key={line.code} line={line} />
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row" colSpan={3}>
							{text.total}
						</th>
						<td>
							{isEstimate ? '≈ ' : ''}
							{money(synthesis.price)}
						</td>
					</tr>
				</tfoot>
			</table>
			<p className="nv-quiet">
				{isEstimate ? `${text.about} ` : ''}
				{text.notPayment}
			</p>
		</>
	);
}
