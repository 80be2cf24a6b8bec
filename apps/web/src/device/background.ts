import type { AppDevice } from './app-device.ts';

/** How long in background, with nothing to send, before the socket is let go, in ms. */
const BACKGROUND_MS = 60_000;

/**
 * In background the threads stop and catch up on return, in one round trip. What waits to be sent goes
 * first. Returns how to stop looking.
 */
export const watchBackground = (device: AppDevice): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isPaused = false;
	const open = () => {
		const state = device.state.get();
		return state.kind === 'open' && !state.away ? state.holding.sessions : undefined;
	};
	const rest = () => {
		const sessions = open();
		if (!sessions) return;
		if (sessions.waiting() > 0) {
			timer = setTimeout(rest, BACKGROUND_MS);
			return;
		}
		isPaused = true;
		sessions.setAway(true);
	};
	const changed = () => {
		clearTimeout(timer);
		if (document.visibilityState === 'hidden') timer = setTimeout(rest, BACKGROUND_MS);
		else if (isPaused) {
			isPaused = false;
			open()?.setAway(false);
		}
	};
	document.addEventListener('visibilitychange', changed);
	return () => {
		clearTimeout(timer);
		document.removeEventListener('visibilitychange', changed);
	};
};
