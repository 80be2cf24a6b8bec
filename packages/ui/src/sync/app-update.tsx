import { Button } from '@mantine/core';
import { createContext, useContext } from 'react';
import { useText } from '../preferences/preferences-context.tsx';
import { syncTexts } from './texts.ts';

/** A new version that waits; `reload` takes it. Nothing reloads under the user's fingers. */
export interface AppUpdate {
	readonly ready: boolean;
	reload(): void;
}

const AppUpdateContext = createContext<AppUpdate>({ ready: false, reload: () => undefined });

export const AppUpdateProvider = AppUpdateContext.Provider;

export const useAppUpdate = (): AppUpdate => useContext(AppUpdateContext);

/** Banner of a new version; nothing when there is none. */
export function UpdateBanner() {
	const text = useText(syncTexts);
	const { ready, reload } = useAppUpdate();
	if (!ready) return null;
	return (
		<section className="nv-banner" aria-label={text.update}>
			<span>{text.updateReady}</span>
			<Button variant="default" onClick={reload}>
				{text.reload}
			</Button>
		</section>
	);
}
