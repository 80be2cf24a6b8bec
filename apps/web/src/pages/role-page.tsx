import { Button } from '@mantine/core';
import {
	type Action,
	type AppScreen,
	EmptyState,
	LoadingState,
	NavigationProvider,
	type RoleView,
	useActions,
	useLanguage,
	useText,
} from '@navette/ui';
import { IconMapOff, IconTool } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useApp } from '../shell/app-context.ts';
import { DefectBoundary } from '../shell/defect-boundary.tsx';
import { GuidePlace } from '../shell/guide-place.tsx';
import { RoleFrame } from '../shell/role-frame.tsx';
import { useRoleNavigation } from '../shell/role-navigation.ts';
import { homePath, matchScreen } from '../shell/screen-path.ts';
import { appTexts } from '../shell/texts.ts';

const RenewNews = lazy(() => import('../news/renew-news.tsx'));

interface Props {
	readonly role: RoleView;
	readonly path: string;
	readonly screens: readonly AppScreen[];
}

function Lost({ onHome }: { onHome: () => void }) {
	const text = useText(appTexts);
	return (
		<EmptyState
			level={1}
			icon={IconMapOff}
			title={text.lostTitle}
			action={<Button onClick={onHome}>{text.goHome}</Button>}
		>
			{text.lost}
		</EmptyState>
	);
}

/** A role that this version has no screens for: the person did nothing wrong. */
function NotReady({ role }: { role: RoleView }) {
	const text = useText(appTexts);
	return (
		<EmptyState level={1} icon={IconTool} title={text.soonTitle(text.usages[role.usage])}>
			{text.soon}
		</EmptyState>
	);
}

/** After a move to another page, reading starts at its top; in a guided tour it goes on there. */
function useFocusOnMove(path: string): void {
	const before = useRef(path);
	useEffect(() => {
		if (before.current === path) return;
		before.current = path;
		if (document.activeElement?.closest('.nv-guide')) return;
		document.getElementById('main')?.focus({ preventScroll: true });
	}, [path]);
}

/**
 * One screen of a role, in the frame of the role. News are told by something that stays when the page
 * is closed: where nothing may stay, they are not there.
 */
export function RolePage({ role, path, screens: all }: Props) {
	const { holding } = useApp();
	const screens = holding.durable ? all : all.filter(({ id }) => !id.startsWith('news'));
	const text = useText(appTexts);
	const language = useLanguage();
	const navigation = useRoleNavigation(role, path);
	const match = matchScreen(screens, role.usage, path);
	useFocusOnMove(`${role.right} ${path}`);
	const own = screens.filter((screen) => screen.usage === role.usage && screen.nav);
	const actions: readonly Action[] = own.map((screen) => ({
		id: screen.id,
		label: screen.title[language],
		group: text.goto,
		...(screen.key === undefined ? {} : { keys: `g ${screen.key}` }),
		run: () => navigation.go(screen.path),
	}));
	useActions(actions);
	const Screen = match?.screen.component;
	return (
		<NavigationProvider navigation={navigation}>
			<RoleFrame role={role} screens={own} current={match?.screen}>
				{holding.durable ? (
					<Suspense fallback={null}>
						<RenewNews role={role} />
					</Suspense>
				) : null}
				<DefectBoundary key={`${role.right} ${path}`}>
					<Suspense fallback={<LoadingState />}>
						{Screen ? (
							<Screen role={role} params={match.params} />
						) : own.length === 0 ? (
							<NotReady role={role} />
						) : (
							<Lost onHome={() => navigation.go(homePath(screens, role.usage))} />
						)}
					</Suspense>
				</DefectBoundary>
				<GuidePlace key={role.right} role={role} isHome={path === homePath(screens, role.usage)} />
			</RoleFrame>
		</NavigationProvider>
	);
}
