import { defineMessages } from '../i18n/index.ts';

export const actionTexts = defineMessages({
	fr: {
		palette: 'Palette de commandes',
		search: 'Que voulez-vous faire ?',
		none: 'Rien ne correspond.',
		help: 'Aide et raccourcis clavier',
		intro:
			'Vos changements sont gardés sur cet appareil et envoyés dès que possible, une seule fois. L’indicateur en haut dit où cela en est.',
		keysTitle: 'Raccourcis clavier',
		keys: 'Touches',
		does: 'Effet',
		gridKeys: 'Se déplacer dans une grille',
		digits: 'Écrire une quantité dans une grille',
		halfKeys: 'Écrire un demi',
		undo: 'Annuler le dernier changement',
		next: 'puis',
		or: 'ou',
		general: 'Partout',
		grids: 'Grilles et quantités',
		off: 'Les raccourcis à une lettre sont désactivés dans vos préférences.',
	},
	en: {
		palette: 'Command palette',
		search: 'What do you want to do?',
		none: 'Nothing matches.',
		help: 'Help and keyboard shortcuts',
		intro:
			'Your changes are kept on this device and sent as soon as possible, once. The indicator at the top says how far they got.',
		keysTitle: 'Keyboard shortcuts',
		keys: 'Keys',
		does: 'What it does',
		gridKeys: 'Move in a grid',
		digits: 'Type a quantity in a grid',
		halfKeys: 'Type a half',
		undo: 'Take back the last change',
		next: 'then',
		or: 'or',
		general: 'Everywhere',
		grids: 'Grids and quantities',
		off: 'Single-letter shortcuts are turned off in your preferences.',
	},
});
