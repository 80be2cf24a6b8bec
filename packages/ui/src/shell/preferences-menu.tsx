import { ActionIcon, Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useText } from '../preferences/preferences-context.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { shellTexts } from './texts.ts';

export function PreferencesMenu() {
	const text = useText(shellTexts);
	return (
		<Popover position="bottom-end" width={340} trapFocus returnFocus shadow="md">
			<Popover.Target>
				<ActionIcon variant="subtle" color="gray" size={44} aria-label={text.preferences}>
					<IconAdjustmentsHorizontal size={22} aria-hidden />
				</ActionIcon>
			</Popover.Target>
			<Popover.Dropdown aria-label={text.preferences}>
				<PreferencesForm />
			</Popover.Dropdown>
		</Popover>
	);
}
