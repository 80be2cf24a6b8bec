import { defineMessages } from '@navette/ui';

/** Texts of a file of orders. */
export const orderFileTexts = defineMessages({
	fr: {
		open: 'Reprendre un fichier…',
		title: 'Reprendre un fichier de commandes',
		about:
			'Pour qui commande sur papier ou par téléphone. Trois colonnes : Consommateur, Produit, Quantité, par leur nom ou leur code. Un poids porte son unité (500 g, 1,5 kg) ; une demie s’écrit 0,5 ; 0 retire la ligne. Ce que le fichier ne dit pas ne change pas. Rien n’est écrit avant votre accord ; une seule ligne fausse arrête tout.',
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
			'For who orders on paper or by telephone. Three columns: Consumer, Product, Quantity, by their name or code. A weight has its unit (500 g, 1.5 kg); a half is written 0.5; 0 removes the line. What the file does not say does not change. Nothing is written before you agree; one wrong line stops everything.',
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
