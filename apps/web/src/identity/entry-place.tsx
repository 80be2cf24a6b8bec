import type { WireError } from '@navette/client';
import { EntryScreen } from '@navette/directory/ui';
import type { AppDevice } from '../device/app-device.ts';
import { deviceName } from '../news/device-name.ts';
import { DirectoryGate } from './directory-gate.tsx';
import { settle } from './enter.ts';
import type { OwnIdentity } from './own-identity.ts';

interface Props {
	readonly device: AppDevice;
	readonly own: OwnIdentity;
	/** secret of the sponsorship that led here */
	readonly sponsor: string | undefined;
	/** Says why the right that was offered is not kept. */
	refuse(refusal: WireError | undefined): void;
	onDone(): void;
	onLeave(): void;
}

/** Coming in: by a sponsorship, or by phrases one has. */
export function EntryPlace({ device, own, sponsor, refuse, onDone, onLeave }: Props) {
	const state = device.state.get();
	const isSettled = state.kind === 'open' && state.holding.kind !== 'none';
	const offer = sponsor === undefined ? undefined : ({ form: 'link', secret: sponsor } as const);
	return (
		<DirectoryGate onLeave={onLeave}>
			{(deps) => (
				<EntryScreen
					{...{ deps, offer, isSettled, onLeave }}
					address={location.origin}
					deviceName={deviceName(navigator.userAgent)}
					onEntered={async (done) => {
						refuse(await settle(device, own, deps, done));
						onDone();
					}}
				/>
			)}
		</DirectoryGate>
	);
}
