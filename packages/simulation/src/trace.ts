import { createHash } from 'node:crypto';

/** What happened, in order: a digest of all of it, and the last lines in words. */
export interface Trace {
	note(line: string): void;
	/** SHA-256 over every line so far, hexadecimal. */
	digest(): string;
	last(): readonly string[];
}

const LINES = 80;

export const createTrace = (): Trace => {
	const hash = createHash('sha256');
	const lines: string[] = [];
	return {
		note(line) {
			hash.update(line).update('\n');
			lines.push(line);
			if (lines.length > 2 * LINES) lines.splice(0, LINES);
		},
		digest: () => hash.copy().digest('hex'),
		last: () => lines.slice(-LINES),
	};
};
