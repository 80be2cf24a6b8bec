import * as v from 'valibot';
import { type Conditions, conditionsSchema, type Permanent, permanentSchema } from '../product.ts';
import { dayOfText, gramsOf, plainText, scaledNumber, yesOrNo } from './cells.ts';
import {
	type CellReader,
	type ImportFault,
	type ImportFaultName,
	importFault,
} from './import-lines.ts';

const WORDS: Readonly<Record<string, string>> = {
	...{ s: 'S', sec: 'S', dry: 'S', f: 'F', frais: 'F', fresh: 'F' },
	...{ g: 'G', surgele: 'G', frozen: 'G', u: 'U', up: 'UP', p: 'P' },
	...{ unite: 'unite', unit: 'unite', caisse: 'caisse', crate: 'caisse' },
};

type Read = (text: string) => unknown;
const word: Read = (text) => WORDS[plainText(text)];
const number =
	(scale: 1 | 2 | 100): Read =>
	(text) =>
		scaledNumber(text, scale);

const wholePerGroup: Read = (text) => {
	const isWhole = yesOrNo(text);
	return isWhole === undefined ? undefined : isWhole ? 2 : 0;
};

/** How each column is read, and what is said when it cannot be. */
const READERS: Readonly<Record<string, readonly [Read, ImportFaultName]>> = {
	...{ lib: [String, 'texte'], desc: [String, 'texte'], rayon: [String, 'texte'] },
	labels: [(text) => text.split('|').map((one) => one.trim()), 'texte'],
	...{ cons: [word, 'choix'], mode: [word, 'choix'], emb: [word, 'choix'] },
	tva: [number(100), 'nombre'],
	...{ demi: [yesOrNo, 'choix'], par: [wholePerGroup, 'choix'] },
	...{ pas: [number(1), 'nombre'], nb: [number(1), 'nombre'], cb: [String, 'texte'] },
	d: [dayOfText, 'jour'],
	...{ dispo: [number(1), 'nombre'], pu: [number(100), 'nombre'] },
	...{ pn: [number(1), 'nombre'], pb: [number(1), 'nombre'] },
	qmax: [(text) => gramsOf(text) ?? scaledNumber(text, 2), 'nombre'],
};

const PERMANENT = [
	'lib',
	'desc',
	'rayon',
	'cons',
	'labels',
	'tva',
	'mode',
	'emb',
	'demi',
	'par',
	'pas',
	'nb',
	'cb',
] as const;
const CONDITIONS = ['d', 'dispo', 'pu', 'pn', 'pb', 'qmax'] as const;

/** What a line of a file says of a product; what it leaves empty is not there. */
export interface CatalogueLineRead {
	readonly perm: Partial<Permanent>;
	readonly cv: Partial<Conditions>;
	readonly fautes: readonly ImportFault[];
}

/** Reads the cells of a line: each value on its own, by the schema of its field. */
export const readCatalogueLine = (read: CellReader): CatalogueLineRead => {
	const fautes: ImportFault[] = [];
	const values = (ids: readonly string[], schemas: Readonly<Record<string, v.GenericSchema>>) => {
		const found: Record<string, unknown> = {};
		for (const id of ids) {
			const text = read(id);
			const [reads, raison] = READERS[id] ?? [String, 'texte' as const];
			const schema = schemas[id];
			if (text === '' || !schema) continue;
			const value = reads(text);
			if (value !== undefined && v.is(schema, value)) found[id] = value;
			else fautes.push(importFault(id, raison));
		}
		return found;
	};
	const perm = values(PERMANENT, permanentSchema.entries) as Partial<Permanent>;
	const cv = values(CONDITIONS, conditionsSchema.entries) as Partial<Conditions>;
	return { perm, cv, fautes };
};
