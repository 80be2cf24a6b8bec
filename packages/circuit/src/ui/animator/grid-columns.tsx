import type { Formats } from '@navette/ui';
import { IconUsersGroup } from '@tabler/icons-react';
import type { ConsumerColumn } from '../../client/index.ts';
import type { GroupOrder } from '../../model/index.ts';
import type { SheetColumn } from '../parts/sheet/sheet.ts';
import type { GroupOrderTexts } from './group-order-texts.ts';

/** Name of a column of the grid. */
export const columnName = (column: ConsumerColumn, text: GroupOrderTexts): string => {
	if (column.itself) return text.itselfLong;
	return column.name === '' ? `n° ${column.co}` : column.name;
};

const headOf = (column: ConsumerColumn, text: GroupOrderTexts) => (
	<span className="ca-head">
		{column.itself ? (
			<IconUsersGroup size={20} aria-hidden />
		) : (
			/* until names arrive, the number is all there is to say */
			<b aria-hidden={column.name === '' ? undefined : true}>{column.initials}</b>
		)}
		<small>{column.itself ? text.itself : column.name.split(' ')[0]}</small>
	</span>
);

const footOf = ({ synthesis }: ConsumerColumn, formats: Formats) =>
	synthesis.references === 0 ? null : (
		<span className="ca-foot" title={formats.weight(synthesis.weight)}>
			{synthesis.state === 'estimated' ? '≈' : ''}
			{formats.money(synthesis.price)}
		</span>
	);

/** Shipped and received once something is, then the amount, then the group itself, then people. */
export const gridColumns = (
	columns: readonly ConsumerColumn[],
	stages: { readonly shipped: boolean; readonly received: boolean },
	groupOrder: GroupOrder | undefined,
	text: GroupOrderTexts,
	formats: Formats,
): SheetColumn[] => {
	const sum = (id: string, name: string, foot?: string): SheetColumn => ({
		...{ id, name, width: 6.75, head: name, tone: 'sum' },
		...(foot === undefined ? {} : { foot }),
	});
	return [
		...(stages.shipped ? [sum('shipped', text.shipped)] : []),
		...(stages.received ? [sum('received', text.received)] : []),
		sum('price', text.amount, `≈ ${formats.money(groupOrder?.tot.px ?? 0)}`),
		...columns.map(
			(column): SheetColumn => ({
				id: column.co,
				name: columnName(column, text),
				width: 4.5,
				head: headOf(column, text),
				foot: footOf(column, formats),
				...(column.itself ? { tone: 'group' as const } : {}),
			}),
		),
	];
};
