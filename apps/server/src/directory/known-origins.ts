/** Origins of the other services of the universe: whose pages may ask here, and whom pages of here may ask. */
export interface KnownOrigins {
	/** In the order in which they were learnt. */
	all(): readonly string[];
	has(origin: string): boolean;
	/** Learns them from records that the directory signed, once they were checked: in place of those before. */
	learn(origins: readonly string[]): void;
}

/** Begins with those that the operator names. */
export const createKnownOrigins = (first: readonly string[]): KnownOrigins => {
	const named = first.map((one) => new URL(one).origin);
	let known = new Set(named);
	return {
		all: () => [...known],
		has: (origin) => known.has(origin),
		learn(origins) {
			known = new Set([...named, ...origins.map((one) => new URL(one).origin)]);
		},
	};
};
