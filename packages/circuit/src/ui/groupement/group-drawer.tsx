import { Sheet, Stat, Stats, useFormats, useText } from '@navette/ui';
import { amountOf } from '../../model/index.ts';
import { amountInWords } from '../parts/amount-words.ts';
import { tourTexts } from './texts.ts';
import type { TourView } from './use-tour.ts';

interface Props {
	readonly view: TourView;
	/** Empty = closed. */
	readonly gc: string;
	close(): void;
}

/** The order of one group of the tour: its quantities, never who in the group ordered them. */
export function GroupDrawer({ view, gc, close }: Props) {
	const text = useText(tourTexts);
	const formats = useFormats();
	const group = view.groups.find((one) => one.gc === gc);
	const rows = view.rows.filter((row) => row.amounts.has(gc));
	const order = group?.order;
	return (
		<Sheet
			opened={group !== undefined}
			onClose={close}
			title={group ? text.openGroup(group.name) : ''}
		>
			{order ? (
				<>
					<Stats>
						<Stat name={text.people} value={formats.number(order.tot.nco)} />
						<Stat name={text.amount} value={`≈ ${formats.money(order.tot.px)}`} />
						<Stat name={text.weight} value={formats.weight(order.tot.pb)} />
					</Stats>
					<ul className="cg-group-lines">
						{rows.map(({ code, line, mode, amounts }) => {
							const { exp, rec } = order.lignes[code] ?? {};
							const said = (amount: number) => amountInWords(amount, line.perm, formats);
							return (
								<li key={code}>
									<span>{line.perm.lib}</span>
									<b>{said(amounts.get(gc) ?? 0)}</b>
									{exp ? (
										<small>
											{text.shipped} {said(amountOf(mode, exp))}
										</small>
									) : null}
									{rec ? (
										<small>
											{text.received} {said(amountOf(mode, rec))}
										</small>
									) : null}
								</li>
							);
						})}
					</ul>
				</>
			) : (
				<p>{text.noOrder}</p>
			)}
		</Sheet>
	);
}
