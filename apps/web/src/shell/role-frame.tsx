import {
	type AppScreen,
	type IconPart,
	Layout,
	type NavItem,
	type RoleItem,
	type RoleView,
	SyncIndicator,
	useActionDialogs,
	useLanguage,
	useNavigation,
	useSession,
	useText,
} from '@navette/ui';
import {
	IconBasket,
	IconHome,
	IconPlant2,
	IconSettings,
	IconTruckDelivery,
	IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AccessBanner } from './access-banner.tsx';
import { DeviceBanner } from './device-banner.tsx';
import { DeviceButton } from './device-button.tsx';
import { usePlace } from './place.ts';
import { roleName } from './roles.ts';
import { useRoles } from './roles-gate.tsx';
import { roleSegment } from './screen-path.ts';
import { appTexts } from './texts.ts';
import { useAccesses } from './use-accesses.ts';

const USAGE_ICONS: Readonly<Record<RoleView['usage'], IconPart>> = {
	CO: IconBasket,
	GC: IconUsersGroup,
	GP: IconTruckDelivery,
	PR: IconPlant2,
	ADM: IconSettings,
};

interface Props {
	readonly role: RoleView;
	/** those of its navigation */
	readonly screens: readonly AppScreen[];
	readonly current: AppScreen | undefined;
	readonly children: ReactNode;
}

const isBelow = ({ path }: AppScreen, current: AppScreen): boolean => {
	const place = current.under ?? current.path;
	return path === '' || place === path || place.startsWith(`${path}/`);
};

/** The entry of the navigation a page belongs to: itself, or the closest page above it. */
const entryOf = (
	screens: readonly AppScreen[],
	current: AppScreen | undefined,
): AppScreen | undefined => {
	if (!current || current.nav) return current;
	const above = screens.filter((screen) => isBelow(screen, current));
	return above.sort((a, b) => b.path.length - a.path.length)[0];
};

/** The frame of a role: its pages, the other roles, the sync indicator. */
export function RoleFrame({ role, screens, current, children }: Props) {
	const text = useText(appTexts);
	const language = useLanguage();
	const navigation = useNavigation();
	const navigate = useNavigate();
	const { org } = useSession();
	const place = usePlace();
	const { openHelp } = useActionDialogs();
	const entry = entryOf(screens, current);
	const items = screens.map(
		(screen): NavItem => ({
			id: screen.id,
			label: screen.title[language],
			...(screen.short ? { short: screen.short[language] } : {}),
			...(screen.key === undefined ? {} : { keys: `g ${screen.key}` }),
			icon: screen.icon,
			href: navigation.href(screen.path),
			current: screen === entry,
			go: () => navigation.go(screen.path),
		}),
	);
	const roles = useRoles().map(
		(one): RoleItem => ({
			id: one.right,
			name: one.usage === 'ADM' ? org : roleName(one),
			detail: text.usages[one.usage],
			icon: USAGE_ICONS[one.usage],
			current: one.right === role.right,
			choose: () =>
				void navigate({
					to: '/$org/$role/$',
					params: { org: place, role: roleSegment(one.right) },
				}),
		}),
	);
	const home: RoleItem = {
		...{ id: 'home', name: text.goHome, detail: text.yourOrgs, icon: IconHome, current: false },
		choose: () => void navigate({ to: '/' }),
	};
	const hasOthers = (useAccesses() ?? []).length > 1;
	return (
		<Layout
			items={items}
			roles={hasOthers ? [...roles, home] : roles}
			sync={<SyncIndicator />}
			homeHref={navigation.href('')}
			goHome={() => navigation.go('')}
			openHelp={openHelp}
			aside={<DeviceButton />}
		>
			<DeviceBanner />
			<AccessBanner />
			{children}
		</Layout>
	);
}
