import type { Primitives, SymmetricPrimitives } from '../backend/primitives.ts';

/** One set of known answers. */
export interface ConformanceCase<P> {
	readonly name: string;
	/** What differs from the known answers; `undefined` when nothing does. */
	check(primitives: P): Promise<string | undefined>;
}

/** Known answers for what asks or tells keys and phrases. */
export type PrimitiveCase = ConformanceCase<Primitives>;

/** Known answers for what does not wait. */
export type SymmetricCase = ConformanceCase<SymmetricPrimitives>;

/** The first vector that is not as it should be. */
export const firstWrong = async <V extends { readonly id: number }>(
	vectors: readonly V[],
	isRight: (vector: V) => boolean | Promise<boolean>,
): Promise<string | undefined> => {
	for (const vector of vectors) if (!(await isRight(vector))) return `vector ${vector.id}`;
	return undefined;
};
