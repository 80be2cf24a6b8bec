import type { WireError } from '@navette/client';
import { ProfilesScreen } from '@navette/device/ui';
import { LoadingState } from '@navette/ui';
import { useEffect, useState } from 'react';
import type { AppDevice, DeviceState } from '../device/app-device.ts';
import { CodePlace } from '../identity/code-place.tsx';
import { enterToo } from '../identity/enter.ts';
import type { OwnIdentity } from '../identity/own-identity.ts';
import type { KeptPin } from '../identity/pin-book.ts';

interface Props {
	readonly device: AppDevice;
	readonly own: OwnIdentity;
	readonly state: DeviceState & { readonly kind: 'closed' };
	/** two wrong codes of sleep led here */
	readonly notice: 'closedByCode' | undefined;
	/** Says why the sheet that the directory gave is refused. */
	refuse(refusal: WireError | undefined): void;
	onOpened(): void;
}

/** The profiles of this device: each by its code where it has one, by its phrases. */
export function ProfilesPlace({ device, own, state, notice, refuse, onOpened }: Props) {
	const [pins, setPins] = useState<readonly KeptPin[]>();
	useEffect(() => {
		let isWanted = true;
		void device
			.pins()
			.then((book) => book.list())
			.then((list) => isWanted && setPins(list));
		return () => {
			isWanted = false;
		};
	}, [device]);
	if (!pins) return <LoadingState />;
	return (
		<ProfilesScreen
			{...{ profiles: state.profiles, open: state.open, now: Date.now(), notice }}
			shortWay={(profile, onPhrases) => {
				const pin = pins.find(({ local }) => local === profile.id);
				return pin ? <CodePlace {...{ device, own, profile, pin, onPhrases }} /> : undefined;
			}}
			onOpenProfile={async (id, phrases, away) => {
				const opened = await device.openProfile(id, phrases, away);
				onOpened();
				if (opened.ok && phrases.length === 2 && !away)
					void enterToo(device, own, phrases).then(refuse);
				return opened.ok ? undefined : opened.error;
			}}
			onOpenForAll={() => void device.openForAll()}
			onAnonymous={() => void device.openAnonymous()}
		/>
	);
}
