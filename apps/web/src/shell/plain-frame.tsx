import { Layout, useActionDialogs } from '@navette/ui';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DeviceBanner } from './device-banner.tsx';
import { DeviceButton } from './device-button.tsx';

/** The frame of pages that belong to no role. */
export function PlainFrame(props: { sync?: ReactNode; children: ReactNode }) {
	const navigate = useNavigate();
	const { openHelp } = useActionDialogs();
	return (
		<Layout
			sync={props.sync}
			homeHref="/"
			goHome={() => void navigate({ to: '/' })}
			openHelp={openHelp}
			aside={<DeviceButton />}
		>
			<DeviceBanner />
			{props.children}
		</Layout>
	);
}
