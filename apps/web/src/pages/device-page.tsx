import { DeviceScreen } from '@navette/device/ui';
import { LoadingState, useFormats, useObservable } from '@navette/ui';
import { Suspense, useCallback, useReducer } from 'react';
import { askToKeep } from '../device/app-device.ts';
import { useApp } from '../shell/app-context.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';

/** What this device keeps, plane mode, sleep, closing. */
export function DevicePage() {
	const { device, holding, away } = useApp();
	const fault = useObservable(device.fault);
	const formats = useFormats();
	const [, again] = useReducer((count: number) => count + 1, 0);
	const room = useCallback(async () => {
		const { storage } = navigator as { storage?: StorageManager };
		const { usage = 0 } = (await storage?.estimate?.()) ?? {};
		return {
			used: `${formats.number(Math.ceil(usage / 100_000) / 10)} MB`,
			persisted: (await storage?.persisted?.()) ?? false,
		};
	}, [formats]);
	return (
		<PlainFrame>
			<Suspense fallback={<LoadingState />}>
				<DeviceScreen
					kind={holding.kind}
					profile={holding.profile}
					{...{ fault, away, room, askToKeep }}
					waiting={holding.sessions.waiting()}
					hasCode={device.hasCode()}
					onAway={device.setAway}
					onSleepAfter={async (minutes, code) => {
						await device.setCode(code);
						await device.changeProfile({ sleepAfter: minutes });
						again();
					}}
					onSleep={() => void device.sleep()}
					onClose={() => void device.close()}
					onErase={() => {
						if (holding.profile) void device.eraseProfile(holding.profile.id);
					}}
				/>
			</Suspense>
		</PlainFrame>
	);
}
