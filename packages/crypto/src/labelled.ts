import { encodeCbor } from '@navette/codec';
import type { Label } from './labels.ts';

/** What may be hashed, signed or bound: no floats, so that it has one encoding on every machine. */
export type Value =
	| string
	| number
	| boolean
	| null
	| Uint8Array
	| readonly Value[]
	| { readonly [name: string]: Value };

/** Deterministic CBOR of `[label, …parts]`; a float, an unsafe integer or an ill-formed text throws. */
export const labelledBytes = (label: Label, parts: readonly Value[]): Uint8Array => {
	for (const part of parts) mustBePlain(part);
	return encodeCbor([label, ...parts]);
};

const mustBePlain = (value: Value): void => {
	if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return;
	if (typeof value === 'string') {
		if (!value.isWellFormed()) throw new Error('an ill-formed text cannot be signed or hashed');
	} else if (typeof value === 'number') {
		if (!Number.isSafeInteger(value) || Object.is(value, -0))
			throw new Error('only safe integers can be signed or hashed');
	} else if (typeof value === 'object') {
		for (const [name, inner] of Object.entries(value)) {
			mustBePlain(name);
			mustBePlain(inner);
		}
	} else throw new Error(`a ${typeof value} cannot be signed or hashed`);
};
