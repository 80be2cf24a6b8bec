/** The last revision of an object that was written. */
export interface WrittenObject {
	readonly rev: number;
	/** Hash of the sealed bytes, 32 bytes. */
	readonly hash: Uint8Array;
	readonly epoch: number;
}

/**
 * The last revision of each object, by hexadecimal id. A write copies the recent ones only, which join
 * the others now and then: ten thousand writes do not copy ten thousand objects each.
 */
export interface ObjectIndex {
	readonly settled: ReadonlyMap<string, WrittenObject>;
	readonly recent: ReadonlyMap<string, WrittenObject>;
}

export const NO_OBJECTS: ObjectIndex = { settled: new Map(), recent: new Map() };

/** The last revision of one object. */
export const objectOf = (index: ObjectIndex, id: string): WrittenObject | undefined =>
	index.recent.get(id) ?? index.settled.get(id);

/** All of them. */
export const allObjects = ({ settled, recent }: ObjectIndex): Map<string, WrittenObject> =>
	new Map([...settled, ...recent]);

/** The index after a write; the one given stays what it was. */
export const withObject = (index: ObjectIndex, id: string, written: WrittenObject): ObjectIndex => {
	const recent = new Map(index.recent).set(id, written);
	const isSmall = recent.size < 32 || recent.size * recent.size < index.settled.size;
	if (isSmall) return { settled: index.settled, recent };
	return { settled: allObjects({ settled: index.settled, recent }), recent: new Map() };
};
