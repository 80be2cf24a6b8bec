import type { Sentence } from '../errors.ts';
import { plainText } from './cells.ts';
import type { TableColumn } from './table.ts';

const said = (fr: string, en: string): Sentence => ({ fr, en });

/** What may be wrong in a cell or a line of a file that is read. */
export const importFaults = {
	manque: said('Cette case doit être remplie.', 'This cell must be filled.'),
	nombre: said('Ce n’est pas un nombre accepté ici.', 'This is not a number accepted here.'),
	texte: said('Ce texte est trop long ou illisible.', 'This text is too long or unreadable.'),
	choix: said(
		'Cette valeur n’est pas une de celles prévues.',
		'This value is not one of those expected.',
	),
	jour: said('Ce n’est pas un jour du calendrier.', 'This is not a calendar day.'),
	passe: said(
		'Ce jour est passé : écrivez aujourd’hui ou plus tard.',
		'This day is past: write today or a later one.',
	),
	unite: said(
		'Un poids se donne avec son unité : 500 g ou 1,5 kg.',
		'A weight is given with its unit: 500 g or 1.5 kg.',
	),
	producteur: said(
		'Ce producteur n’existe pas : créez-le d’abord.',
		'This producer does not exist: create it first.',
	),
	produit: said(
		'Ce produit n’existe pas ou n’est plus proposé.',
		'This product does not exist or is not offered any more.',
	),
	fixe: said(
		'Ceci ne change plus une fois le produit créé : créez-en un autre.',
		'This does not change once the product exists: create another one.',
	),
	ensemble: said(
		'Cette valeur contredit une autre de la ligne.',
		'This value contradicts another one of the line.',
	),
	double: said(
		'Cette ligne dit la même chose qu’une autre, autrement.',
		'This line says the same thing as another one, differently.',
	),
	personne: said(
		'Cette personne n’est pas de ce groupe, ou ne peut pas commander.',
		'This person is not of this group, or may not order.',
	),
	demi: said(
		'Ce produit ne se partage pas : un nombre entier.',
		'This product cannot be halved: a whole number.',
	),
	pas: said(
		'La quantité n’est pas un multiple du pas de ce produit.',
		'The quantity is not a multiple of this product’s step.',
	),
	trop: said('Il y a trop de lignes.', 'There are too many lines.'),
} as const satisfies Record<string, Sentence>;
export type ImportFaultName = keyof typeof importFaults;

/** A fault in a line: the column (its id), why, and in words. */
export interface ImportFault {
	readonly colonne: string;
	readonly raison: ImportFaultName;
	readonly phrase: Sentence;
}

export const importFault = (colonne: string, raison: ImportFaultName): ImportFault => ({
	colonne,
	raison,
	phrase: importFaults[raison],
});

/** One line of a file: what it will change, or what is wrong with it. */
export interface ImportLine {
	/** Line of the file, from 1; titles are on the first. */
	readonly ligne: number;
	/** What it is about: a product, a consumer and a product. */
	readonly code: string;
	readonly effet: 'nouveau' | 'modifie' | 'conditions' | 'identique' | 'faux';
	readonly fautes: readonly ImportFault[];
}

/** Cells of a file, titles first. */
export type Cells = readonly (readonly string[])[];

/** Reads a cell of a line by the id of its column; an absent column reads as empty. */
export type CellReader = (id: string) => string;

/**
 * The lines of a file by the ids of its columns, whatever their order and language of titles. Unknown
 * columns are ignored.
 */
export const readLines = (
	cells: Cells,
	columns: readonly TableColumn[],
): { readonly ligne: number; readonly read: CellReader }[] => {
	const [titles = [], ...rows] = cells;
	const places = new Map<string, number>();
	titles.forEach((title, index) => {
		const plain = plainText(title);
		const found = columns.find(({ id, title: { fr, en } }) =>
			[id, fr, en].some((one) => plainText(one) === plain),
		);
		if (found && !places.has(found.id)) places.set(found.id, index);
	});
	return rows.map((row, index) => ({
		ligne: index + 2,
		read: (id) => (row[places.get(id) ?? -1] ?? '').trim(),
	}));
};
