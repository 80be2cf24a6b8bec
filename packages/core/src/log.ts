/** Fields of a log line: identifiers, counts and durations, never content. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log without content. `event` is a fixed word, never an interpolated sentence. */
export interface Log {
	info(event: string, fields?: LogFields): void;
	warn(event: string, fields?: LogFields): void;
	error(event: string, fields?: LogFields): void;
}

/** A log that keeps nothing. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
