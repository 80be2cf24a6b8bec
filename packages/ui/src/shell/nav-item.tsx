import type { MouseEvent } from 'react';
import { KeyHint } from '../actions/key-hint.tsx';
import type { IconPart } from '../parts/icon-part.ts';

/** One entry of the navigation of a role. */
export interface NavItem {
	readonly id: string;
	readonly label: string;
	/** for the bottom bar of a phone */
	readonly short?: string;
	/** keys that lead there: `g d` */
	readonly keys?: string;
	readonly icon: IconPart;
	readonly href: string;
	readonly current: boolean;
	go(): void;
}

/** One of the roles of the person. */
export interface RoleItem {
	readonly id: string;
	readonly name: string;
	/** what this role is, in words */
	readonly detail: string;
	readonly icon: IconPart;
	readonly current: boolean;
	choose(): void;
}

const follow = (item: NavItem, then?: () => void) => (event: MouseEvent) => {
	if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
	event.preventDefault();
	item.go();
	then?.();
};

interface NavLinkProps {
	readonly item: NavItem;
	/** `tab` in the bottom bar, `item` in lists */
	readonly shape: 'tab' | 'item';
	readonly onFollow?: () => void;
}

/** A real link, marked when it is the page shown. */
export function NavLink({ item, shape, onFollow }: NavLinkProps) {
	const { icon: Icon, label, short, keys } = item;
	return (
		<a
			className={`nv-${shape}`}
			href={item.href}
			aria-current={item.current ? 'page' : undefined}
			onClick={follow(item, onFollow)}
		>
			<Icon size={22} stroke={1.75} aria-hidden />
			<span>{shape === 'tab' ? (short ?? label) : label}</span>
			{shape === 'item' && keys ? <KeyHint keys={keys} /> : null}
		</a>
	);
}

/** A role as a button of a list. */
export function RoleButton({ role, onChoose }: { role: RoleItem; onChoose?: () => void }) {
	const { icon: Icon } = role;
	const choose = () => {
		role.choose();
		onChoose?.();
	};
	return (
		<button
			type="button"
			className="nv-item"
			aria-current={role.current ? 'true' : undefined}
			onClick={choose}
		>
			<Icon size={22} stroke={1.75} aria-hidden />
			<span>
				{role.name}
				<small>{role.detail}</small>
			</span>
		</button>
	);
}
