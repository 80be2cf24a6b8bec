import { ActionIcon } from '@mantine/core';
import { useText } from '@navette/ui';
import { IconDeviceMobile, IconPlane } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useApp } from './app-context.ts';
import { appTexts } from './texts.ts';

/** To the page of this device, always at the same place; a plane says plane mode. */
export function DeviceButton() {
	const text = useText(appTexts);
	const { away } = useApp();
	const navigate = useNavigate();
	const Icon = away ? IconPlane : IconDeviceMobile;
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={44}
			aria-label={text.thisDevice}
			onClick={() => void navigate({ to: '/~device' })}
		>
			<Icon size={22} aria-hidden />
		</ActionIcon>
	);
}
