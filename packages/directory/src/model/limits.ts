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
	/** Days an offer is kept after its answer. */
	answeredDays: 30,
	/** Announcements of a user that are kept, at most, and for how many days. */
	announcements: 100,
	announcementDays: 90,
	/** A PIN begun is forgotten unless it is made within, ms. */
	pinMakingMs: 3_600_000,
	/** How long a challenge may be answered, ms. */
	challengeMs: 60_000,
	/** Openings of one alias that are tried in a minute. */
	loginsPerMinute: 5,
	/** Tries of a PIN, the last of which must be right. */
	pinTries: 2,
	/** After the last try the entry is destroyed unless it was confirmed within, ms. */
	pinConfirmMs: 60_000,
} as const;
