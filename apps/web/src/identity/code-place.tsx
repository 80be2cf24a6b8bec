import type { Profile } from '@navette/device/client';
import type { PinProfile } from '@navette/directory/client';
import { PinScreen } from '@navette/directory/ui';
import { LoadingState } from '@navette/ui';
import { useEffect, useState } from 'react';
import type { AppDevice } from '../device/app-device.ts';
import { DirectoryGate } from './directory-gate.tsx';
import { openByCode } from './enter.ts';
import type { OwnIdentity } from './own-identity.ts';
import { type KeptPin, pinProfileOf } from './pin-book.ts';

interface Props {
	readonly device: AppDevice;
	readonly own: OwnIdentity;
	readonly profile: Profile;
	readonly pin: KeptPin;
	onPhrases(): void;
}

/** Opens a profile of this device by its code. */
export function CodePlace({ device, own, profile, pin, onPhrases }: Props) {
	const [kept, setKept] = useState<PinProfile>();
	useEffect(() => {
		let isWanted = true;
		void pinProfileOf(pin).then((found) => isWanted && setKept(found));
		return () => {
			isWanted = false;
		};
	}, [pin]);
	if (!kept) return <LoadingState />;
	return (
		<DirectoryGate onLeave={onPhrases}>
			{(deps) => (
				<PinScreen
					{...{ deps, kept, onPhrases }}
					name={profile.name}
					known={pin.head}
					hasFailed={pin.hasFailed}
					onEntered={(identity) => openByCode(device, own, deps, identity, profile.id)}
					onFailed={(left) => {
						const note = async () => {
							const pins = await device.pins();
							if (left === 0) await pins.forget(profile.id);
							else await pins.keep({ ...pin, hasFailed: true });
						};
						void note();
					}}
				/>
			)}
		</DirectoryGate>
	);
}
