import { defineMessages } from '@navette/ui';

/** Texts of a file of orders. */
export const orderFileTexts = defineMessages({
	fr: {
		open: 'Reprendre un fichier…',
		title: 'Reprendre un fichier de commandes',
		about:
			'Pour qui commande sur papier ou par téléphone. Rien n’est écrit avant votre accord ; une seule ligne fausse arrête tout.',
		rules: {
			columns: 'Trois colonnes : Consommateur, Produit, Quantité. Un nom ou un code convient.',
			amounts: 'Un poids porte son unité : 500 g, 1,5 kg. Une demie s’écrit 0,5.',
			rest: '0 retire la ligne ; ce que le fichier ne dit pas ne change pas.',
		},
		model: 'Un fichier à compléter, avec ce qui est déjà commandé :',
		csv: 'Fichier CSV',
		xlsx: 'Fichier XLSX',
		modelFault: 'Ce fichier demande le réseau la première fois : réessayez, ou prenez le CSV.',
		line: (who: string, what: string) => `${who}, ${what}`,
		itself: 'Le groupe lui-même',
		change: (before: string, after: string) => `${before} → ${after}`,
		nothing: 'rien',
	},
	en: {
		open: 'Take in a file…',
		title: 'Take in a file of orders',
		about:
			'For those who order on paper or by telephone. Nothing is written before you agree; one wrong line stops everything.',
		rules: {
			columns: 'Three columns: Consumer, Product, Quantity. A name or a code will do.',
			amounts: 'A weight has its unit: 500 g, 1.5 kg. A half is written 0.5.',
			rest: '0 removes the line; what the file does not say does not change.',
		},
		model: 'A file to complete, with what is ordered already:',
		csv: 'CSV file',
		xlsx: 'XLSX file',
		modelFault: 'This file needs the network the first time: try again, or take the CSV.',
		line: (who, what) => `${who}, ${what}`,
		itself: 'The group itself',
		change: (before, after) => `${before} → ${after}`,
		nothing: 'nothing',
	},
});
