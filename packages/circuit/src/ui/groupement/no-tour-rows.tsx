import { Button } from '@mantine/core';
import { EmptyState, useText } from '@navette/ui';
import { IconBasketOff, IconSearchOff } from '@tabler/icons-react';
import { tourTexts } from './texts.ts';

/** Instead of a matrix without rows. */
export function NoTourRows(props: { readonly hasOrders: boolean; showAll(): void }) {
	const text = useText(tourTexts);
	const { hasOrders, showAll } = props;
	return (
		<EmptyState
			icon={hasOrders ? IconSearchOff : IconBasketOff}
			title={hasOrders ? text.none : text.noOrders}
			action={
				<Button variant="default" onClick={showAll}>
					{text.showAll}
				</Button>
			}
		>
			{hasOrders ? text.noneWhy : text.noOrdersWhy}
		</EmptyState>
	);
}
