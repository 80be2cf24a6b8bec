import { type Config, readConfig } from '@navette/app-server/config';
import { createLog } from '@navette/app-server/log';
import { openStores, type SiteStores } from '@navette/app-server/site-stores';
import { type Result, systemTimers } from '@navette/core';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** Opens what a configured site keeps. */
export const openStoresOf = (
	terminal: Terminal,
	config: Config,
	beside: boolean,
	restored = false,
): Promise<Result<SiteStores, string>> =>
	openStores({
		...{ data: config.data, keys: config.keys, siteKeys: config.siteKeys, beside, restored },
		...{ log: createLog(config.log, () => '-'), random: terminal.random },
		...{ providers: config.providers, clock: terminal.clock, timers: systemTimers },
	});

/** Opens what the site keeps for a command, beside a server or alone; closes it whatever happens. */
export const withStores = async (
	terminal: Terminal,
	beside: boolean,
	work: (stores: SiteStores, config: Config) => Promise<Outcome>,
): Promise<Outcome> => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (!read.ok) return read;
	const opened = await openStoresOf(terminal, read.value.config, beside);
	if (!opened.ok) return opened;
	const stores = opened.value;
	try {
		return await work(stores, read.value.config);
	} finally {
		await stores.store.close();
		await stores.blobs.close();
		stores.release();
	}
};
