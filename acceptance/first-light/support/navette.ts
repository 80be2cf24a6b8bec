import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Running, type StartOptions, startServer } from '@navette/app-server/start';
import { silentLog } from '@navette/core';

/** Navette in this process, on a folder of its own that goes with it. */
export interface Navette extends Running {
	readonly data: string;
	/** Token of a role of the demonstration. */
	token(role: string): string;
}

/** Starts Navette with its demonstration. */
export const startNavette = async (options: Partial<StartOptions> = {}): Promise<Navette> => {
	const data = options.data ?? mkdtempSync(path.join(tmpdir(), 'navette-accept-'));
	const started = await startServer({
		port: 0,
		demonstration: true,
		log: silentLog,
		...options,
		data,
	});
	if (!started.ok) throw new Error(started.error);
	const running = started.value;
	return {
		...running,
		data,
		token(role) {
			const entry = running.entries.find((one) => one.role === role);
			if (!entry) throw new Error(`no role ${role} in the demonstration`);
			return entry.token;
		},
		async close() {
			await running.close();
			if (options.data === undefined) rmSync(data, { recursive: true, force: true });
		},
	};
};
