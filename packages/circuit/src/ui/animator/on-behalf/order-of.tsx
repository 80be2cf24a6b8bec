import { NativeSelect } from '@mantine/core';
import { useLanguage, useNavigation, useText } from '@navette/ui';
import { useMemo } from 'react';
import { consumerColumns, orderPath } from '../../../client/index.ts';
import type { GroupOrderView } from '../use-group-order.ts';
import { onBehalfTexts } from './on-behalf-texts.ts';
import './on-behalf.css';

interface Props {
	readonly view: GroupOrderView;
	/** whose order is shown; absent = nobody's yet */
	readonly co?: string;
}

/** The order of somebody of the group, a choice away. */
export function OrderOf({ view, co }: Props) {
	const text = useText(onBehalfTexts);
	const language = useLanguage();
	const { go } = useNavigation();
	const { gp, livr } = view.scope;
	const columns = useMemo(
		() => consumerColumns(view.directory, view.orders, language),
		[view.directory, view.orders, language],
	);
	const people = columns.map((one) => ({
		value: one.co,
		label: one.itself ? text.itself : one.name === '' ? `n° ${one.co}` : one.name,
	}));
	return (
		<NativeSelect
			className="cb-whose"
			{...(co === undefined ? { 'aria-label': text.whose } : { label: text.whose })}
			value={co ?? ''}
			data={co === undefined ? [{ value: '', label: text.choose }, ...people] : people}
			onChange={(event) => go(orderPath(gp, livr, event.currentTarget.value))}
		/>
	);
}
