import type { WireError } from '@navette/client';
import {
	ActionsProvider,
	AnnouncerProvider,
	AppUpdateProvider,
	languageOf,
	PhraseMakerProvider,
	PreferencesProvider,
	PrefillProvider,
	ThemeProvider,
	UndoProvider,
	useObservable,
} from '@navette/ui';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import type { Entry } from './access/entry.ts';
import type { Arrived } from './access/take-entry.ts';
import type { AppDevice } from './device/app-device.ts';
import { useWorkerUpdate } from './device/app-update.ts';
import { watchBackground } from './device/background.ts';
import type { Holding } from './device/holding.ts';
import type { OneExecution } from './device/one-execution.ts';
import { phraseMaker } from './device/phrase-maker.ts';
import { preferenceStore } from './device/preference-store.ts';
import { watchIdle } from './device/watch-idle.ts';
import type { OwnIdentity } from './identity/own-identity.ts';
import { router } from './router.tsx';
import { AppProvider } from './shell/app-context.ts';
import { DeviceGate } from './shell/device-gate.tsx';
import { Elsewhere } from './shell/elsewhere.tsx';
import { usePendingEntry } from './shell/pending-entry.ts';

interface Props {
	readonly device: AppDevice;
	readonly execution: OneExecution;
	readonly own: OwnIdentity;
	/** what the link that opened the page carried */
	readonly arrived: Arrived;
}

interface PagesProps {
	readonly device: AppDevice;
	readonly own: OwnIdentity;
	readonly holding: Holding;
	readonly away: boolean;
	readonly refusal: WireError | undefined;
	refuse(refusal: WireError | undefined): void;
	enter(entry: Entry): Promise<void>;
}

function Pages({ device, own, holding, away, refusal, refuse, enter }: PagesProps) {
	const app = useMemo(
		() => ({ device, own, holding, away, refusal, refuse, enter }),
		[device, own, holding, away, refusal, refuse, enter],
	);
	const kept = useCallback(
		(kind: string) => own.known.get()?.identity.sheet().preferences[kind] ?? [],
		[own],
	);
	return (
		<AppProvider value={app}>
			<PhraseMakerProvider value={phraseMaker}>
				<PrefillProvider value={kept}>
					<RouterProvider router={router} />
				</PrefillProvider>
			</PhraseMakerProvider>
		</AppProvider>
	);
}

function Gated({ device, own, execution, arrived }: Props) {
	const state = useObservable(execution.state);
	const { entry, sponsor, refusal, refuse, enter, answer, drop } = usePendingEntry(
		device,
		own,
		arrived,
	);
	const worked = useObservable(device.state);
	const isOpen = worked.kind === 'open' && worked.holding.kind !== 'none';
	useEffect(() => {
		/* keys of an identity go with those of the device */
		if (!isOpen) void own.leave();
	}, [isOpen, own]);
	useEffect(() => watchBackground(device), [device]);
	useEffect(() => watchIdle(device), [device]);
	if (typeof state === 'object')
		return <Elsewhere shown={state.elsewhere} onUseHere={execution.takeOver} />;
	return (
		<DeviceGate
			{...{ device, own, sponsor, refuse }}
			pending={entry}
			onSponsor={answer}
			onCancel={drop}
		>
			{(holding, away) => <Pages {...{ device, own, holding, away, refusal, refuse, enter }} />}
		</DeviceGate>
	);
}

/** The whole app: preferences, theme, what every page shares, and the pages. */
export function App(props: Props) {
	const state = useObservable(props.device.state);
	const isKept =
		state.kind === 'closed' ||
		(state.kind === 'open' && ['profile', 'device'].includes(state.holding.kind));
	const update = useWorkerUpdate(isKept);
	return (
		<PreferencesProvider store={preferenceStore} language={languageOf(navigator.languages)}>
			<ThemeProvider>
				<AppUpdateProvider value={update}>
					<AnnouncerProvider>
						<ActionsProvider>
							<UndoProvider>
								<Gated {...props} />
							</UndoProvider>
						</ActionsProvider>
					</AnnouncerProvider>
				</AppUpdateProvider>
			</ThemeProvider>
		</PreferencesProvider>
	);
}
