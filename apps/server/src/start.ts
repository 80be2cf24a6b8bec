import type { DemonstrationEntry } from '@navette/circuit/server';
import { ok, type Result, systemClock, systemRandom } from '@navette/core';
import type { ServerApplication } from '@navette/server';
import { openDemonstration } from './demonstration.ts';
import { type ServeOptions, type Serving, serve } from './serve.ts';
import { APPLICATIONS } from './site.ts';

/** How to start Navette. */
export interface StartOptions extends Omit<ServeOptions, 'applications' | 'prepare'> {
	readonly demonstration: boolean;
	/** Applications besides Circuit. */
	readonly applications?: readonly ServerApplication[];
}

/** Navette, running. */
export interface Running extends Serving {
	/** Entries of the demonstration, when there is one. */
	readonly entries: readonly DemonstrationEntry[];
}

/** Starts Navette; the error is a sentence for the person who started it. */
export const startServer = async (options: StartOptions): Promise<Result<Running, string>> => {
	const { demonstration, applications = [], ...rest } = options;
	const { log, clock = systemClock, random = systemRandom } = options;
	let entries: readonly DemonstrationEntry[] = [];
	const serving = await serve({
		...rest,
		applications: [...APPLICATIONS, ...applications],
		async prepare(engine, folder, directory) {
			if (!demonstration) return;
			entries = await openDemonstration({ engine, folder, clock, random, log, directory });
		},
	});
	return serving.ok ? ok({ ...serving.value, entries }) : serving;
};
