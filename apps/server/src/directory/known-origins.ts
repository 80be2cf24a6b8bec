/** Origins of the other services of the universe: whose pages may ask here, and whom pages of here may ask. */
export interface KnownOrigins {
	/** In the order in which they were learnt. */
	all(): readonly string[];
	has(origin: string): boolean;
	/** Learns more of them: from records that the directory signed, once they were checked. */
	learn(origins: readonly string[]): void;
}

/** Begins with those that the operator names. */
export const createKnownOrigins = (first: readonly string[]): KnownOrigins => {
	const known = new Set(first.map((one) => new URL(one).origin));
	return {
		all: () => [...known],
		has: (origin) => known.has(origin),
		learn(origins) {
			for (const one of origins) known.add(new URL(one).origin);
		},
	};
};
