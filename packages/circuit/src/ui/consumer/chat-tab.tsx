import { SegmentedControl } from '@mantine/core';
import { type RoleView, useSearchText, useText } from '@navette/ui';
import { Chat } from '../chats/chat.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryView } from './use-delivery.ts';

interface Props {
	readonly view: DeliveryView;
	readonly role: RoleView;
}

/** What the groupement says of the delivery, and what the group says of its distribution. */
export function ChatTab({ view, role }: Props) {
	const { chats } = useText(deliveryTexts);
	const { gp, livr, gc } = view.place;
	const [asked, setAsked] = useSearchText('chat', 'delivery');
	const isGroup = asked === 'group';
	return (
		<>
			<SegmentedControl
				className="co-chats"
				aria-label={chats.which}
				value={isGroup ? 'group' : 'delivery'}
				onChange={setAsked}
				data={[
					{ value: 'delivery', label: chats.delivery },
					{ value: 'group', label: chats.group },
				]}
			/>
			{isGroup ? (
				<Chat key="group" role={role} place={{ type: 'CHD', gp, livr, gc }} />
			) : (
				<Chat key="delivery" role={role} place={{ type: 'CHL', gp, livr }} />
			)}
		</>
	);
}
