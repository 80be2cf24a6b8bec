import { DeviceScreen } from '@navette/device/ui';
import { LoadingState, useFormats, useLanguage, useObservable } from '@navette/ui';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useReducer } from 'react';
import { askToKeep } from '../device/app-device.ts';
import { endNews, useNewsHere } from '../news/news-here.ts';
import { useApp } from '../shell/app-context.ts';
import { PlainFrame } from '../shell/plain-frame.tsx';

/** What this device keeps, plane mode, sleep, closing. */
export function DevicePage() {
	const { device, holding, away } = useApp();
	const fault = useObservable(device.fault);
	const formats = useFormats();
	const language = useLanguage();
	const navigate = useNavigate();
	const news = useNewsHere(holding);
	const [, again] = useReducer((count: number) => count + 1, 0);
	const room = useCallback(async () => {
		const { storage } = navigator as { storage?: StorageManager };
		const { usage = 0 } = (await storage?.estimate?.()) ?? {};
		return {
			used: `${formats.number(Math.ceil(usage / 100_000) / 10)} ${language === 'fr' ? 'Mo' : 'MB'}`,
			persisted: (await storage?.persisted?.()) ?? false,
		};
	}, [formats, language]);
	const endAllBut = (kept: readonly string[]) =>
		Promise.all(
			news.filter((org) => !kept.includes(org)).map((org) => endNews(holding, org, language)),
		);
	const close = async (kept: readonly string[]) => {
		await endAllBut(kept);
		await device.close();
	};
	/** News of a profile go with it: nobody is left here to be told. */
	const erase = async () => {
		if (!holding.profile) return;
		await endAllBut([]);
		await device.eraseProfile(holding.profile.id);
	};
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
					news={news}
					onClose={(kept) => void close(kept)}
					onStay={() => void navigate({ to: '/' })}
					onErase={() => void erase()}
				/>
			</Suspense>
		</PlainFrame>
	);
}
