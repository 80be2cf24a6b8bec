/** Bounds of news. */
export const NEWS_LIMITS = {
	/** Threads of one subscription. */
	threads: 100,
	/** Subscriptions of one account in one organisation; the oldest gives way to a new one. */
	subscriptionsPerAccount: 20,
	/** Characters of the address a push service gave. */
	endpointLength: 1_000,
	/** Days a subscription lasts when the device does not renew it, unless it asks for fewer. */
	lastingDays: 60,
	/** Sealed bytes of every push are equal: the plaintext is filled up to this. */
	payloadBytes: 768,
	/** Threads named by one push; what is over is told by the next opening of the application. */
	threadsPerPush: 8,
} as const;
