import { Button } from '@mantine/core';
import { EmptyState, useText } from '@navette/ui';
import { IconBasketOff, IconSearchOff } from '@tabler/icons-react';
import { groupOrderTexts } from './group-order-texts.ts';

interface Props {
	readonly hasOrders: boolean;
	showAll(): void;
}

/** Instead of a grid without rows. */
export function NoRows({ hasOrders, showAll }: Props) {
	const text = useText(groupOrderTexts);
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
