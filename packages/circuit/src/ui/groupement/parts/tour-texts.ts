import { defineMessages } from '@navette/ui';

/** Texts around one tour, on each of its screens. */
export const tourHeadTexts = defineMessages({
	fr: {
		back: 'Tournées',
		pages: 'Écrans de la tournée',
		delivery: 'Dates et arrêts',
		orders: 'Commandes',
		catalogue: 'Catalogue',
		loading: 'Chargement',
		unknownTitle: 'Cette tournée n’existe pas',
		unknown: 'Le calendrier du groupement ne la connaît pas, ou ne la connaît plus.',
		tell: 'Écrire aux groupes ce qui change',
		tellNote: 'Le message s’ouvre dans la discussion : vous le relisez avant de l’envoyer.',
		nothingToTell: 'Rien n’a changé depuis l’ouverture ou votre dernier message.',
	},
	en: {
		back: 'Tours',
		pages: 'Screens of the tour',
		delivery: 'Dates and stops',
		orders: 'Orders',
		catalogue: 'Catalogue',
		loading: 'Loading',
		unknownTitle: 'This tour does not exist',
		unknown: 'The calendar of the groupement does not know it, or no longer does.',
		tell: 'Write to the groups what changes',
		tellNote: 'The message opens in the chat: you read it again before sending it.',
		nothingToTell: 'Nothing has changed since the opening or your last message.',
	},
});
