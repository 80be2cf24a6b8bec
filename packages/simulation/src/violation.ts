/** An invariant does not hold. The message begins with its number in the design of the engine. */
export class Violation extends Error {
	constructor(invariant: string, fact: string) {
		super(`${invariant}: ${fact}`);
		this.name = 'Violation';
	}
}

/** Throws a `Violation` unless `holds`. */
export const hold = (holds: boolean, invariant: string, fact: () => string): void => {
	if (!holds) throw new Violation(invariant, fact());
};
