import type { WireError } from '@navette/client';
import { systemRandom } from '@navette/core';
import { ArrivalScreen, AsleepScreen } from '@navette/device/ui';
import { LoadingState, useObservable } from '@navette/ui';
import { type ReactNode, Suspense, useState } from 'react';
import type { Entry } from '../access/entry.ts';
import type { AppDevice } from '../device/app-device.ts';
import type { Holding } from '../device/holding.ts';
import { EntryPlace } from '../identity/entry-place.tsx';
import type { OwnIdentity } from '../identity/own-identity.ts';
import { useSponsored } from '../identity/use-sponsored.ts';
import { BareFrame } from './bare-frame.tsx';
import { ProfilesPlace } from './profiles-place.tsx';

interface Props {
	readonly device: AppDevice;
	readonly own: OwnIdentity;
	/** secret of a sponsorship that waits for its answer */
	readonly sponsor: string | undefined;
	/** an entry that waits for somebody to say whose the device is */
	readonly pending: Entry | undefined;
	/** Says why a right is not kept. */
	refuse(refusal: WireError | undefined): void;
	/** Takes the secret of the entry as a sponsorship. */
	onSponsor(secret: string): void;
	onCancel(): void;
	/** What is shown once something is open. */
	children(holding: Holding, away: boolean): ReactNode;
}

type ArrivalProps = Pick<Props, 'device' | 'onCancel' | 'onSponsor'> & { readonly pending: Entry };

function Arrival({ device, pending, onSponsor, onCancel }: ArrivalProps) {
	const isSponsored = useSponsored(pending);
	return (
		<ArrivalScreen
			org={pending.org}
			random={systemRandom}
			address={location.origin}
			now={Date.now()}
			onProfile={async ({ name, phrase, strict }) =>
				(await device.createProfile({ name, strict, phrases: [phrase] })).ok
			}
			onIdentity={isSponsored ? () => onSponsor(pending.token) : undefined}
			onOpen={() => void device.openForAll()}
			onAnonymous={() => void device.openAnonymous()}
			onCancel={onCancel}
		/>
	);
}

/** Who works on this device comes first; then the pages. */
export function DeviceGate(props: Props) {
	const { device, own, sponsor, pending, refuse, onSponsor, onCancel, children } = props;
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
				<ProfilesPlace
					{...{ device, own, state, notice, refuse }}
					onOpened={() => setNotice(undefined)}
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
			if (sponsor !== undefined)
				return framed(
					/* another link opened here begins anew: nothing of the one before is answered by it */
					<EntryPlace
						key={sponsor}
						{...{ device, own, sponsor, refuse }}
						onDone={onCancel}
						onLeave={onCancel}
					/>,
				);
			if (pending && state.holding.kind === 'none')
				return framed(
					<Arrival key={pending.token} {...{ device, pending, onSponsor, onCancel }} />,
				);
			return children(state.holding, state.away);
	}
}
