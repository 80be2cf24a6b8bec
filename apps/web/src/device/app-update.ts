import type { AppUpdate } from '@navette/ui';
import { useEffect, useMemo, useState } from 'react';
import { workerUrl } from './trusted-url.ts';

/** Between two looks for a new version, in ms. */
const LOOK_MS = 60 * 60_000;

/** Tells `found` of each new version that waits, now and later; returns how to stop. */
function watchUpdates(found: (worker: ServiceWorker) => void): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const look = async () => {
		const registration = await navigator.serviceWorker.register(workerUrl());
		if (signal.aborted) return;
		const told = (worker: ServiceWorker | null) => {
			if (worker?.state === 'installed' && navigator.serviceWorker.controller) found(worker);
		};
		told(registration.waiting);
		registration.addEventListener(
			'updatefound',
			() => {
				const { installing } = registration;
				installing?.addEventListener('statechange', () => told(installing), { signal });
			},
			{ signal },
		);
		const again = () => void registration.update().catch(() => 'offline: the next look will do');
		const timer = setInterval(again, LOOK_MS);
		signal.addEventListener('abort', () => clearInterval(timer));
		addEventListener('focus', again, { signal });
	};
	void look().catch(() => 'no worker here: the app still works, without starting offline');
	return () => stop.abort();
}

/**
 * Installs the service worker where Navette is kept, and only there; a new version waits until the
 * person asks for it.
 */
export function useWorkerUpdate(isKept: boolean): AppUpdate {
	const [waiting, setWaiting] = useState<ServiceWorker>();
	useEffect(() => {
		if (!isKept || !import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined;
		return watchUpdates(setWaiting);
	}, [isKept]);
	return useMemo(
		() => ({
			ready: waiting !== undefined,
			reload() {
				if (!waiting || waiting.state === 'activated') return location.reload();
				const { serviceWorker } = navigator;
				serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
				waiting.postMessage('take-over');
				return undefined;
			},
		}),
		[waiting],
	);
}
