import { systemRandom } from '@navette/core';
import { ArrivalScreen, AsleepScreen, ProfilesScreen } from '@navette/device/ui';
import { LoadingState, useObservable } from '@navette/ui';
import { type ReactNode, Suspense, useState } from 'react';
import type { Entry } from '../access/entry.ts';
import type { AppDevice } from '../device/app-device.ts';
import type { Holding } from '../device/holding.ts';
import { BareFrame } from './bare-frame.tsx';

interface Props {
	readonly device: AppDevice;
	/** an entry that waits for somebody to say whose the device is */
	readonly pending: Entry | undefined;
	onCancel(): void;
	/** What is shown once something is open. */
	children(holding: Holding, away: boolean): ReactNode;
}

type ArrivalProps = Pick<Props, 'device' | 'onCancel'> & { readonly pending: Entry };

function Arrival({ device, pending, onCancel }: ArrivalProps) {
	return (
		<ArrivalScreen
			org={pending.org}
			random={systemRandom}
			address={location.origin}
			now={Date.now()}
			onProfile={async ({ name, phrase, strict }) =>
				(await device.createProfile({ name, strict, phrases: [phrase] })).ok
			}
			onOpen={() => void device.openForAll()}
			onAnonymous={() => void device.openAnonymous()}
			onCancel={onCancel}
		/>
	);
}

/** Who works on this device comes first; then the pages. */
export function DeviceGate({ device, pending, onCancel, children }: Props) {
	const state = useObservable(device.state);
	const [notice, setNotice] = useState<'closedByCode'>();
	const framed = (content: ReactNode) => (
		<BareFrame>
			<Suspense fallback={<LoadingState />}>{content}</Suspense>
		</BareFrame>
	);
	switch (state.kind) {
		case 'starting':
			return framed(<LoadingState />);
		case 'closed':
			return framed(
				<ProfilesScreen
					{...{ profiles: state.profiles, open: state.open, now: Date.now(), notice }}
					onOpenProfile={async (id, phrase, away) => {
						const opened = await device.openProfile(id, [phrase], away);
						setNotice(undefined);
						return opened.ok ? undefined : opened.error;
					}}
					onOpenForAll={() => void device.openForAll()}
					onAnonymous={() => void device.openAnonymous()}
				/>,
			);
		case 'asleep':
			return framed(
				<AsleepScreen
					profile={state.profile}
					onWake={async (code) => {
						const woken = await device.wake(code);
						if (!woken.ok && woken.error === 'closed') setNotice('closedByCode');
						return woken.ok;
					}}
					onClose={() => void device.close()}
				/>,
			);
		case 'open':
			if (pending && state.holding.kind === 'none')
				return framed(<Arrival {...{ device, pending, onCancel }} />);
			return children(state.holding, state.away);
	}
}
