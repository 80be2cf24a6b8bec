import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { RoleButton, type RoleItem } from './nav-item.tsx';
import { shellTexts } from './texts.ts';

/** Top of the side navigation: the role in use, and the others. */
export function RoleMenu({ roles }: { roles: readonly RoleItem[] }) {
	const text = useText(shellTexts);
	const [open, setOpen] = useState(false);
	const current = roles.find((role) => role.current);
	if (!current) return null;
	const { icon: Icon } = current;
	return (
		<Popover
			opened={open}
			onChange={setOpen}
			position="bottom-start"
			width={280}
			trapFocus
			returnFocus
		>
			<Popover.Target>
				<UnstyledButton className="nv-item nv-role" onClick={() => setOpen(!open)}>
					<Icon size={22} stroke={1.75} aria-hidden />
					<span>
						{current.name}
						<small>{current.detail}</small>
					</span>
					<span className="nv-hidden">{text.changeRole}</span>
					<IconChevronDown size={18} aria-hidden />
				</UnstyledButton>
			</Popover.Target>
			<Popover.Dropdown aria-label={text.roles}>
				<div className="nv-items">
					{roles.map((role) => (
						<RoleButton key={role.id} role={role} onChoose={() => setOpen(false)} />
					))}
				</div>
			</Popover.Dropdown>
		</Popover>
	);
}
