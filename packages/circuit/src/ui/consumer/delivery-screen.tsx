import { Tabs } from '@mantine/core';
import { type RoleView, type ScreenProps, useSearchText, useText } from '@navette/ui';
import {
	IconBasket,
	IconBook,
	IconCalendarEvent,
	IconMessages,
	IconPackage,
	IconUsers,
} from '@tabler/icons-react';
import { CatalogueTab } from './catalogue-tab.tsx';
import { ChatTab } from './chat-tab.tsx';
import { DatesTab } from './dates-tab.tsx';
import { DeliveryPage } from './delivery-page.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { GotTab } from './got-tab.tsx';
import { GroupTab } from './group-tab.tsx';
import { MyOrderTab } from './my-order-tab.tsx';
import { type DeliveryView, useDelivery } from './use-delivery.ts';

const TABS = ['mine', 'got', 'group', 'catalogue', 'chat', 'dates'] as const;
type Tab = (typeof TABS)[number];

const ICONS = {
	mine: IconBasket,
	got: IconPackage,
	group: IconUsers,
	catalogue: IconBook,
	chat: IconMessages,
	dates: IconCalendarEvent,
} as const;

interface PanelProps {
	readonly tab: Tab;
	readonly view: DeliveryView;
	readonly role: RoleView;
}

function Panel({ tab, view, role }: PanelProps) {
	switch (tab) {
		case 'mine':
			return <MyOrderTab view={view} />;
		case 'got':
			return <GotTab view={view} />;
		case 'group':
			return <GroupTab view={view} />;
		case 'catalogue':
			return <CatalogueTab view={view} />;
		case 'chat':
			return <ChatTab view={view} role={role} />;
		case 'dates':
			return <DatesTab view={view} />;
	}
}

/** From the unloading on, what one got is told apart from what one ordered. */
const isReceived = (phase: DeliveryView['phase']): boolean =>
	phase === 4 || phase === 5 || phase === 6;

/** C2: one delivery: my order, what I got, the group, the catalogue, the chats, dates and place. */
export default function DeliveryScreen({ role, params }: ScreenProps) {
	const text = useText(deliveryTexts);
	const { gp = '', livr = '' } = params;
	const view = useDelivery(role, gp, livr);
	const [asked, setTab] = useSearchText('tab', 'mine');
	const tabs = TABS.filter((one) => one !== 'got' || isReceived(view.phase));
	const tab = tabs.find((one) => one === asked) ?? 'mine';
	return (
		<DeliveryPage view={view} back={{ to: '', label: text.back }}>
			<Tabs
				value={tab}
				onChange={(value) => setTab(value ?? 'mine')}
				keepMounted={false}
				className="co-tabs"
			>
				<Tabs.List aria-label={text.allTabs}>
					{tabs.map((one) => {
						const Icon = ICONS[one];
						return (
							<Tabs.Tab key={one} value={one} leftSection={<Icon size={18} aria-hidden />}>
								{text.tabs[one]}
							</Tabs.Tab>
						);
					})}
				</Tabs.List>
				{tabs.map((one) => (
					<Tabs.Panel key={one} value={one} className="co-panel">
						<Panel tab={one} view={view} role={role} />
					</Tabs.Panel>
				))}
			</Tabs>
		</DeliveryPage>
	);
}
