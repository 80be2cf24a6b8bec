/**
 * Breaches of the content policy of pages, in the order they were seen. A test that causes one on
 * purpose takes it out; what is left in any list when the file ends fails the file.
 */
export interface PolicyWatch {
	readonly violations: string[];
	/** Notes a breach that a page wrote on its console; whether the line was one. */
	hear(line: string): boolean;
}

const watches: PolicyWatch[] = [];

/** What is left that nobody expected. */
export const unexpectedViolations = (): readonly string[] =>
	watches.flatMap(({ violations }) => violations);

/* at the very end, not in a hook: one that fails would keep those after it from closing browsers */
process.on('exit', () => {
	const left = unexpectedViolations();
	if (left.length === 0) return;
	process.stderr.write(`The content policy was broken:\n${left.join('\n')}\n`);
	process.exitCode = 1;
});

const MARK = 'policy: ';

/** A list of its own, looked at when the file ends. */
export const watchPolicy = (): PolicyWatch => {
	const violations: string[] = [];
	const watch: PolicyWatch = {
		violations,
		hear(line) {
			if (!line.startsWith(MARK)) return false;
			violations.push(line.slice(MARK.length));
			return true;
		},
	};
	watches.push(watch);
	return watch;
};

/** To be run in a page or a worker before anything of it: breaches are written on the console. */
export const reportViolations = (): void => {
	addEventListener('securitypolicyviolation', (event) => {
		const { violatedDirective, blockedURI, sample } = event as SecurityPolicyViolationEvent;
		console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
	});
};
