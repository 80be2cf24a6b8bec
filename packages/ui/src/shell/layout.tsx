import { ActionIcon } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { UpdateBanner } from '../sync/app-update.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Logo } from './logo.tsx';
import { type NavItem, NavLink, type RoleItem } from './nav-item.tsx';
import { PreferencesMenu } from './preferences-menu.tsx';
import { RoleMenu } from './role-menu.tsx';
import { shellTexts } from './texts.ts';

interface LayoutProps {
	/** pages of the current role; none before a role is known */
	readonly items?: readonly NavItem[];
	readonly roles?: readonly RoleItem[];
	/** the sync indicator, when there is a session */
	readonly sync?: ReactNode;
	/** what the app adds to the bar */
	readonly aside?: ReactNode;
	readonly homeHref: string;
	goHome(): void;
	openHelp(): void;
	readonly children: ReactNode;
}

const plainClick = (act: () => void) => (event: MouseEvent) => {
	if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
	event.preventDefault();
	act();
};

/** The frame of every page: bar, navigation of the role, content. */
export function Layout(props: LayoutProps) {
	const { items = [], roles = [], sync, aside, homeHref, goHome, openHelp, children } = props;
	const text = useText(shellTexts);
	const hasNav = items.length > 0;
	return (
		<>
			<a className="nv-skip" href="#main">
				{text.skip}
			</a>
			<div className="nv-shell">
				<header className="nv-bar">
					<a
						className="nv-brand"
						href={homeHref}
						aria-label={text.home}
						onClick={plainClick(goHome)}
					>
						<Logo />
						<span className={sync ? 'nv-desk' : undefined}>Navette</span>
					</a>
					<span className="nv-bar-space" />
					{sync}
					{aside}
					<PreferencesMenu />
					<ActionIcon
						variant="subtle"
						color="gray"
						size={44}
						aria-label={text.help}
						onClick={openHelp}
					>
						<IconHelp size={22} aria-hidden />
					</ActionIcon>
				</header>
				{hasNav ? (
					<nav className="nv-side" aria-label={text.mainNav}>
						<RoleMenu roles={roles} />
						<div className="nv-items">
							{items.map((item) => (
								<NavLink key={item.id} item={item} shape="item" />
							))}
						</div>
					</nav>
				) : null}
				<main id="main" className="nv-main" tabIndex={-1}>
					<UpdateBanner />
					{children}
				</main>
				{hasNav ? <BottomBar items={items} roles={roles} /> : null}
			</div>
		</>
	);
}
