import { useFormats, useText } from '@navette/ui';
import type { DateFault, DatePreview, DateTold } from '../../../client/index.ts';
import { deliveryTexts } from './delivery-texts.ts';

type Field = keyof (typeof deliveryTexts)['fr']['fields'];

/** How fields, values and faults of dates are said. */
export function useDateWords(groupName: (gc: string) => string) {
	const text = useText(deliveryTexts);
	const { longDate, time } = useFormats();
	const isField = (name: string): name is Field => name in text.fields;
	const nameOf = (field: string): string => {
		const [, gc = '', own] = /^pts\.([^.]+)(?:\.(.+))?$/.exec(field) ?? [];
		if (gc === '') return isField(field) ? text.fields[field] : field;
		const said = own !== undefined && isField(own) ? text.fields[own] : text.stop;
		return text.atGroup(said, groupName(gc));
	};
	const saidOf = (value: string | number | null): string =>
		typeof value === 'number' ? `${longDate(value)} ${time(value)}` : (value ?? text.nothing);
	const faultOf = ({ field, code, isOther }: DateFault): string => {
		if (isOther) return text.faults.other;
		if (code === 'E-DROIT') return text.faults.role;
		const own = field.split('.').at(-1) ?? '';
		return own in text.faults ? text.faults[own as keyof typeof text.faults] : text.faults.rest;
	};
	return {
		lineOf: ({ field, before, after }: DateTold): string =>
			text.toldLine(nameOf(field), saidOf(before), saidOf(after)),
		faultOf,
		/** A fault of a field that is not shown here: its name comes first. */
		elsewhereOf: (fault: DateFault): string => `${nameOf(fault.field)} – ${faultOf(fault)}`,
	};
}

interface Props {
	readonly preview: DatePreview;
	groupName(gc: string): string;
}

/** The sentences that the chat of the delivery will say, before they are. */
export function ToldNote({ preview, groupName }: Props) {
	const text = useText(deliveryTexts);
	const { lineOf } = useDateWords(groupName);
	if (preview.told.length === 0) return null;
	return (
		<div className="cg-told" role="status">
			<p>{preview.isPosted ? text.told : text.notTold}</p>
			<ul>
				{preview.told.map((one) => (
					<li key={one.field}>{lineOf(one)}</li>
				))}
			</ul>
		</div>
	);
}
