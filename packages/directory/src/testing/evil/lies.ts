import { bytesToBase64Url, utf8ToBytes } from '@navette/core';
import { envelopeKeyFromBytes, sealEnvelope } from '@navette/crypto';
import { changedAt, type Said, type Told, textsOf, valueAt, withAt } from './told.ts';

/** What a liar has: everything that the directory ever said, and dice. */
export interface Liar {
	readonly told: readonly Told[];
	/** A number from 0 to `below` − 1. */
	readonly draw: (below: number) => number;
	/** An envelope under a key of the liar's own, with the context that the victim will expect. */
	readonly sealed: Readonly<Record<string, string>>;
}

/** One way to lie; `undefined` when there is nothing in this answer to lie about. */
export interface Lie {
	/** Rows of the catalogue. */
	readonly rows: string;
	readonly name: string;
	readonly tell: (truth: Told, liar: Liar) => Said | undefined;
}

const drawn = <T>(list: readonly T[], { draw }: Liar): T | undefined => list[draw(list.length)];
const kindOf = ({ path }: Told): string => path.slice(path.lastIndexOf('/') + 1);

const onText =
	(change: (text: string, liar: Liar) => unknown): Lie['tell'] =>
	({ result }, liar) => {
		const found = drawn(textsOf(result), liar);
		return found && { result: withAt(result, found[0], change(found[1], liar)) };
	};

/** A value of the same name in another answer of the same kind: of somebody else, or older. */
const exchangeOne: Lie['tell'] = (truth, liar) => {
	const found = drawn(textsOf(truth.result), liar);
	const others = liar.told.filter((one) => kindOf(one) === kindOf(truth));
	const other = found && drawn(others, liar);
	if (!found || !other) return undefined;
	const value = valueAt(other.result, found[0]);
	return value === undefined ? undefined : { result: withAt(truth.result, found[0], value) };
};

/** A whole answer of the same kind, or a whole part of it. */
const exchangeAll: Lie['tell'] = (truth, liar) => {
	const others = liar.told.filter((one) => kindOf(one) === kindOf(truth));
	const other = drawn(others, liar);
	if (!other) return undefined;
	const parts = Object.keys(truth.result);
	const part = liar.draw(2) === 0 ? undefined : drawn(parts, liar);
	if (part === undefined) return { result: other.result };
	const value = other.result[part];
	return value === undefined ? undefined : { result: { ...truth.result, [part]: value } };
};

/** A text of any other answer, in a place that it was not written for. */
const confuse: Lie['tell'] = (truth, liar) => {
	const found = drawn(textsOf(truth.result), liar);
	const other = drawn(
		liar.told.flatMap(({ result }) => textsOf(result)),
		liar,
	);
	return found && other && { result: withAt(truth.result, found[0], other[1]) };
};

/** A whole answer to another question. */
const answerElse: Lie['tell'] = (truth, liar) => {
	const others = liar.told.filter((one) => kindOf(one) !== kindOf(truth));
	const other = drawn(others, liar);
	return other && { result: other.result };
};

const ownSeal: Lie['tell'] = ({ result }, liar) => {
	const found = drawn(
		textsOf(result).filter(([place]) => liar.sealed[place.join('.')] !== undefined),
		liar,
	);
	return found && { result: withAt(result, found[0], liar.sealed[found[0].join('.')]) };
};

const ODD: readonly unknown[] = [null, 7, -1, true, '', [], {}, 'A'.repeat(100_000), [['x']]];
const oddValue: Lie['tell'] = ({ result }, liar) => {
	const name = drawn(Object.keys(result), liar);
	return name === undefined
		? { result: ODD[liar.draw(ODD.length)] }
		: { result: { ...result, [name]: ODD[liar.draw(ODD.length)] } };
};

const BYTES: readonly Uint8Array[] = [
	new Uint8Array(),
	new Uint8Array([0xa1]),
	new Uint8Array(100_000).fill(0x81),
	new Uint8Array([0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
	utf8ToBytes('<html>'),
];

export const LIES: readonly Lie[] = [
	{
		...{ rows: 'M03 M05', name: 'a byte is changed' },
		tell: onText((text, { draw }) => changedAt(text, draw(1 << 16), draw(255))),
	},
	{
		...{ rows: 'M06', name: 'another version or suite is named' },
		tell: onText((text, { draw }) => changedAt(text, draw(2), draw(255))),
	},
	{
		rows: 'M05',
		name: 'a text is cut short',
		tell: onText((text) => text.slice(0, text.length / 2)),
	},
	{ rows: 'M01 M08 M12', name: 'a value of another answer is put in', tell: exchangeOne },
	{
		rows: 'M01 M08 M13 M16',
		name: 'an answer of another, or an old one, is given',
		tell: exchangeAll,
	},
	{ rows: 'M20 M21', name: 'a text is put where another kind belongs', tell: confuse },
	{ rows: 'M21', name: 'another question is answered', tell: answerElse },
	{ rows: 'M02 M10', name: 'the liar seals its own', tell: ownSeal },
	{
		...{ rows: 'M07', name: 'a cheap stretching is asked for' },
		tell: ({ result }) => ({ result: { ...result, kdf: { m: 8, t: 1 }, salt: 'AAAA', rounds: 1 } }),
	},
	{ rows: 'M34', name: 'a value has another shape', tell: oddValue },
	{
		...{ rows: 'M36', name: 'properties of every object are named' },
		tell: ({ result }) => ({
			result: { ...result, ['__proto__']: { admin: true }, constructor: 'x', prototype: {} },
		}),
	},
	{ rows: 'M34', name: 'no answer of the protocol', tell: (_truth, liar) => drawn(BYTES, liar) },
	{
		...{ rows: 'M15', name: 'a part is left out' },
		tell: ({ result }, liar) => {
			const name = drawn(Object.keys(result), liar);
			if (name === undefined) return undefined;
			return { result: Object.fromEntries(Object.entries(result).filter(([key]) => key !== name)) };
		},
	},
];

/** What the liar seals under a key of its own: it knows every context. */
export const sealedByLiar = async (
	contexts: Readonly<
		Record<string, readonly [context: readonly (number | string)[], plain: Uint8Array]>
	>,
	deps: Parameters<typeof sealEnvelope>[3],
): Promise<Readonly<Record<string, string>>> => {
	const key = await envelopeKeyFromBytes(new Uint8Array(32).fill(7));
	const sealed: Record<string, string> = {};
	for (const [place, [context, plain]] of Object.entries(contexts))
		sealed[place] = bytesToBase64Url(await sealEnvelope(key, [...context], plain, deps));
	return sealed;
};
