/** Limits of a socket, in milliseconds and bytes. */
export interface SocketLimits {
	/** The greeting comes within this time. */
	readonly greetingMs: number;
	readonly beatMs: number;
	/** Above this many bytes waiting, notices are held back and merged. */
	readonly slowBytes: number;
	/** A socket that stays above `slowBytes` for this many beats is closed. */
	readonly slowBeats: number;
	/** Threads one socket may listen to. */
	readonly subscriptions: number;
	/** Requests of one socket worked on at once; others wait, and it is not read meanwhile. */
	readonly requestsAtOnce: number;
}

export const SOCKET_LIMITS: SocketLimits = {
	greetingMs: 5_000,
	beatMs: 15_000,
	slowBytes: 262_144,
	slowBeats: 4,
	subscriptions: 1_000,
	requestsAtOnce: 16,
};
