import type { Log } from '@navette/core';
import { pino } from 'pino';

/** Structured log on standard error, one JSON line an event; content never passes here. */
export const createLog = (level: string): Log => {
	const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
	return {
		info: (event, fields) => logger.info(fields ?? {}, event),
		warn: (event, fields) => logger.warn(fields ?? {}, event),
		error: (event, fields) => logger.error(fields ?? {}, event),
	};
};
