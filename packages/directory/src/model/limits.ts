/** Bounds of the directory. */
export const DIRECTORY_LIMITS = {
	/** Characters of a sealed sheet, base64url: about 260 kB. */
	sheetLength: 350_000,
	/** Characters of a sealed account key. */
	wrapLength: 1_000,
	/** Characters of sealed words of welcome. */
	welcomeLength: 6_000,
	/** Characters of thanks, or of a reason. */
	answerLength: 500,
	/** Days an offer to register waits, at most. */
	sponsorDays: 90,
	/** How long a challenge may be answered, ms. */
	challengeMs: 60_000,
	/** Openings of one alias that are tried in a minute. */
	loginsPerMinute: 5,
	/** Tries of a PIN, the last of which must be right. */
	pinTries: 2,
	/** After the last try the entry is destroyed unless it was confirmed within, ms. */
	pinConfirmMs: 60_000,
} as const;
