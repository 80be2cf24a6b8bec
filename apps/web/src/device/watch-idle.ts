import { systemClock, systemTimers } from '@navette/core';
import { createIdleWatch } from '@navette/device/client';
import type { AppDevice } from './app-device.ts';

const USES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Puts the open profile to sleep after its minutes without use. Returns how to stop. */
export const watchIdle = (device: AppDevice): (() => void) => {
	const minutesOf = () => {
		const state = device.state.get();
		return state.kind === 'open' && device.hasCode() ? (state.holding.profile?.sleepAfter ?? 0) : 0;
	};
	const watch = createIdleWatch({
		...{ clock: systemClock, timers: systemTimers, minutes: minutesOf() },
		idle: () => void device.sleep(),
	});
	const stop = new AbortController();
	const { signal } = stop;
	for (const use of USES)
		addEventListener(use, watch.touch, { signal, passive: true, capture: true });
	document.addEventListener('visibilitychange', watch.look, { signal });
	let limit = minutesOf();
	const stopState = device.state.subscribe(() => {
		const next = minutesOf();
		if (next !== limit) watch.setLimit(next);
		limit = next;
	});
	return () => {
		stop.abort();
		stopState();
		watch.stop();
	};
};
