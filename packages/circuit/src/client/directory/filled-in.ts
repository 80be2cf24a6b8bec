/** A list of fields with one more filled in: the first that is free, else a new one at the end. */
export const filledIn = <T>(
	fields: readonly T[],
	isFree: (field: T) => boolean,
	fill: (free?: T) => T,
): readonly T[] => {
	const at = fields.findIndex(isFree);
	if (at < 0) return [...fields, fill()];
	return fields.map((field, index) => (index === at ? fill(field) : field));
};
