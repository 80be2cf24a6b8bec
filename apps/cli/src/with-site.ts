import { type Config, readConfig } from '@navette/app-server/config';
import { createLog } from '@navette/app-server/log';
import { APPLICATIONS, openSite, type Site } from '@navette/app-server/site';
import { err, type Failure, type Log, type Result, systemTimers } from '@navette/core';
import type { Caller } from '@navette/engine';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** The operator, as what he does is signed. */
export const OPERATOR: Caller = () => ({ id: 'operator', rights: [] });

/** The data of a site in the hands of a command, and how it was configured. */
export interface OpenedSite extends Site {
	readonly config: Config;
	readonly log: Log;
	/** The sentence of a refusal. */
	sentence(failure: Failure): string;
}

/** Opens the data for a command, unless a server holds them; closes them whatever happens. */
export const withSite = async (
	terminal: Terminal,
	work: (site: OpenedSite) => Promise<Outcome>,
): Promise<Outcome> => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (!read.ok) return read;
	const { config } = read.value;
	const { clock, random } = terminal;
	const log = createLog(config.log, () => '-');
	const opened: Result<Site, string> = await openSite({
		...{ data: config.data, applications: APPLICATIONS, log, clock, random },
		...{ keys: config.keys, siteKeys: config.siteKeys, tasks: config.tasks, keep: config.keep },
		directory: config.directory,
		...{ providers: config.providers, timers: systemTimers },
	});
	if (!opened.ok) return err(opened.error);
	const site = opened.value;
	const sentence = (failure: Failure): string => {
		const { code, sentence } = site.service.toWire(failure);
		return `${sentence.en} (${code})`;
	};
	try {
		return await work({ ...site, config, log, sentence });
	} finally {
		await site.close();
	}
};
