import { type Log, silentLog } from '@navette/core';
import type { CommitNotice, NoticeBus } from '../notice-bus.ts';

/**
 * A bus within one process: listeners hear at once, in the order of publication. A listener that
 * throws is written to the log and harms neither the others nor the one who published.
 */
export const createMemoryNoticeBus = (deps: { readonly log?: Log } = {}): NoticeBus => {
	const log = deps.log ?? silentLog;
	const listeners = new Set<{ hear: (commits: readonly CommitNotice[]) => void }>();
	return {
		publish(commits) {
			if (commits.length === 0) return;
			for (const listener of [...listeners]) {
				try {
					listener.hear(commits);
				} catch (error) {
					log.error('notice-listener-failed', { error: String(error) });
				}
			}
		},
		listen(hear) {
			const listener = { hear };
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		doubt: () => () => undefined,
		async close() {
			listeners.clear();
		},
	};
};
