import type { Session } from './session.ts';
import type { SessionOptions } from './session-options.ts';

/** Opens a session: reads the outbox from the device, then connects. */
export const createSession = async (options: SessionOptions): Promise<Session> => {
	throw new Error(`not there yet: ${options.org}`);
};
