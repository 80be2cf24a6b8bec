/** Numbers of the engine, in days unless said otherwise. */
export interface EngineConfig {
	/** A tombstone older than this may be purged. */
	readonly tombstoneDays: number;
	/** A deletion that finds its thread not cleaned for this long purges it. */
	readonly cleanAfterDays: number;
	/** The daily work purges a thread that was not cleaned for this long. */
	readonly sweepAfterDays: number;
	/** Answers of operations are remembered this long. */
	readonly answerDays: number;
	/** How far the clocks of two servers may be apart, ms: a lease is left alone for so much longer. */
	readonly clocksApartMs: number;
	/** Rows removed by one purge, so that no transaction is long. */
	readonly purgeRows: number;
	/** Operations that share one transaction at most. */
	readonly batchSize: number;
	/** Operations waiting for a transaction before new ones are refused `E-BUSY`. */
	readonly queueSize: number;
}

export const DEFAULT_CONFIG: EngineConfig = {
	tombstoneDays: 365,
	cleanAfterDays: 548,
	sweepAfterDays: 30,
	answerDays: 30,
	clocksApartMs: 10_000,
	purgeRows: 1_000,
	batchSize: 256,
	queueSize: 20_000,
};
