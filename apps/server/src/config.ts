import { err, ok, type Result } from '@navette/core';

/** How a server was asked to run. */
export interface Config {
	/** Folder of everything that is kept. */
	readonly data: string;
	/** 0 = any free port. */
	readonly port: number;
	readonly host: string;
	/** Whether the demonstration organisation is created. */
	readonly demonstration: boolean;
}

/**
 * Configuration from environment variables; the error is a sentence for the person who started it.
 * `NAVETTE_DATA` (./data), `PORT` (8080), `HOST` (127.0.0.1), `NAVETTE_DEMO` (on, off).
 */
export const readConfig = (
	environment: Readonly<Record<string, string | undefined>>,
): Result<Config, string> => {
	const { NAVETTE_DATA, PORT, HOST, NAVETTE_DEMO } = environment;
	const port = Number(PORT || '8080');
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		return err(`PORT is "${PORT}": it must be a number from 0 (any free port) to 65535.`);
	const demo = NAVETTE_DEMO || 'on';
	if (demo !== 'on' && demo !== 'off')
		return err(`NAVETTE_DEMO is "${NAVETTE_DEMO}": it must be "on" or "off".`);
	return ok({
		data: NAVETTE_DATA || './data',
		port,
		host: HOST || '127.0.0.1',
		demonstration: demo === 'on',
	});
};
