import { useFormats, useText } from '@navette/ui';
import type { Delivery } from '../../model/index.ts';
import { deliveryTexts } from './delivery-texts.ts';

interface Props {
	readonly delivery: Delivery;
	readonly gc: string;
}

/** Changes of dates and places since the opening that concern this group, the latest first. */
export function DateChanges({ delivery, gc }: Props) {
	const text = useText(deliveryTexts);
	const { longDate, time } = useFormats();
	const own = `pts.${gc}.`;
	const changes = delivery.hist
		.filter(({ champ }) => !champ.startsWith('pts.') || champ.startsWith(own))
		.map((change) => ({ ...change, field: change.champ.replace(own, '') }))
		.reverse();
	const said = (value: number | string | null): string =>
		typeof value === 'number' ? `${longDate(value)} ${time(value)}` : (value ?? '–');
	const nameOf = (field: string): string =>
		field in text.steps ? text.steps[field as keyof typeof text.steps] : field;
	if (changes.length === 0) return null;
	return (
		<>
			<h3>{text.changesTitle}</h3>
			<ul className="co-changes">
				{changes.map(({ t, field, av, ap }) => (
					<li key={`${t}.${field}`}>{text.changed(nameOf(field), said(av), said(ap))}</li>
				))}
			</ul>
		</>
	);
}
