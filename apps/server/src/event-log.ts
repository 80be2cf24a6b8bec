import type { Log } from '@navette/core';
import { addressKey, type ServerEvent } from '@navette/server';

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** Writes the requests, greetings and refusals of a server to its log, which hides identifiers. */
export const createEventLog =
	(log: Log) =>
	(event: ServerEvent): void => {
		if (event.kind === 'request') {
			const { route, status, milliseconds, org, address } = event;
			log.info('request', {
				route,
				status,
				ms: rounded(milliseconds),
				org,
				from: addressKey(address),
			});
		} else if (event.kind === 'greeting') {
			const { outcome, org, address } = event;
			log.info('greeting', { outcome, org, from: addressKey(address) });
		} else if (event.kind === 'rate') log.info('rate', { limit: event.limit });
	};
