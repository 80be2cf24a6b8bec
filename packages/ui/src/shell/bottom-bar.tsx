import { IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { Sheet } from '../parts/dialog.tsx';
import { useText } from '../preferences/preferences-context.tsx';
import { type NavItem, NavLink, RoleButton, type RoleItem } from './nav-item.tsx';
import { shellTexts } from './texts.ts';

/** Entries of the bar itself; the others are behind its menu. */
const IN_BAR = 4;

interface Props {
	readonly items: readonly NavItem[];
	readonly roles: readonly RoleItem[];
}

/** Phone: four pages within reach of the thumb, and a menu of all pages and roles. */
export function BottomBar({ items, roles }: Props) {
	const text = useText(shellTexts);
	const [open, setOpen] = useState(false);
	const close = () => setOpen(false);
	const behind = !items.slice(0, IN_BAR).some((item) => item.current);
	return (
		<>
			<nav className="nv-bottom" aria-label={text.mainNav}>
				{items.slice(0, IN_BAR).map((item) => (
					<NavLink key={item.id} item={item} shape="tab" />
				))}
				<button
					type="button"
					className="nv-tab"
					aria-haspopup="dialog"
					aria-expanded={open}
					aria-current={behind && items.length > IN_BAR ? 'true' : undefined}
					onClick={() => setOpen(true)}
				>
					<IconMenu2 size={22} stroke={1.75} aria-hidden />
					<span>{text.more}</span>
				</button>
			</nav>
			<Sheet opened={open} onClose={close} side="bottom" title={text.more}>
				<h3 className="nv-items-title">{text.roles}</h3>
				<div className="nv-items">
					{roles.map((role) => (
						<RoleButton key={role.id} role={role} onChoose={close} />
					))}
				</div>
				<h3 className="nv-items-title">{text.allScreens}</h3>
				<div className="nv-items">
					{items.map((item) => (
						<NavLink key={item.id} item={item} shape="item" onFollow={close} />
					))}
				</div>
			</Sheet>
		</>
	);
}
