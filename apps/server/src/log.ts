import type { Log, LogFields } from '@navette/core';
import { type DestinationStream, pino } from 'pino';
import { fieldsToLine } from './log-fields.ts';

/**
 * Structured log, one JSON line an event, in UTC; content never passes here. At `debug`, messages of
 * errors are written too: they may quote what somebody wrote.
 *
 * @param pseudonym stands for the identifiers of organisations, contents and addresses
 * @param destination standard error unless told
 */
export const createLog = (
	level: string,
	pseudonym: (identifier: string) => string,
	destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log => {
	const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
	const logger = pino(options, destination);
	const writing = { keepMessages: level === 'debug', pseudonym };
	const lineOf = (fields: LogFields = {}) => fieldsToLine(fields, writing);
	return {
		info: (event, fields) => logger.isLevelEnabled('info') && logger.info(lineOf(fields), event),
		warn: (event, fields) => logger.warn(lineOf(fields), event),
		error: (event, fields) => logger.error(lineOf(fields), event),
	};
};
