import {
	ActionsProvider,
	AnnouncerProvider,
	AppUpdateProvider,
	languageOf,
	PreferencesProvider,
	ThemeProvider,
	UndoProvider,
} from '@navette/ui';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { Entry } from './access/entry.ts';
import { takeEntry } from './access/take-entry.ts';
import { useWorkerUpdate } from './device/app-update.ts';
import type { Device } from './device/device.ts';
import { preferenceStore } from './device/preference-store.ts';
import { router } from './router.tsx';
import { AppProvider } from './shell/app-context.ts';

interface Props {
	readonly device: Device;
	/** the entry of the link that opened the page */
	readonly entry: Entry | undefined;
}

/** The whole app: preferences, theme, what every page shares, and the pages. */
export function App({ device, entry }: Props) {
	const update = useWorkerUpdate();
	const app = useMemo(
		() => ({
			device,
			async enter({ org, token }: Entry) {
				await (await device.book).keep({ org, token });
				await router.navigate({ to: '/' });
				await router.navigate({ to: '/$org', params: { org }, replace: true });
			},
		}),
		[device],
	);
	useEffect(() => {
		if (entry) void app.enter(entry);
		const opened = () => {
			const next = takeEntry(window);
			if (next) void app.enter(next);
		};
		addEventListener('hashchange', opened);
		return () => removeEventListener('hashchange', opened);
	}, [app, entry]);
	return (
		<PreferencesProvider store={preferenceStore} language={languageOf(navigator.languages)}>
			<ThemeProvider>
				<AppUpdateProvider value={update}>
					<AnnouncerProvider>
						<ActionsProvider>
							<UndoProvider>
								<AppProvider value={app}>
									<RouterProvider router={router} />
								</AppProvider>
							</UndoProvider>
						</ActionsProvider>
					</AnnouncerProvider>
				</AppUpdateProvider>
			</ThemeProvider>
		</PreferencesProvider>
	);
}
