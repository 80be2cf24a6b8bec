import { defineMessages } from '@navette/ui';

export const identityTexts = defineMessages({
	fr: {
		mine: 'Votre identité',
		enter: 'Entrer avec mon identité',
		enterAbout: 'Vos droits et vos réglages, depuis votre fiche.',
		see: 'Voir votre fiche',
		again: 'Réessayer',
		leave: 'Aller à l’accueil',
		faultTitles: {
			offline: 'L’annuaire ne répond pas',
			none: 'Ce site n’a pas d’annuaire',
			changed: 'Ce n’est pas l’annuaire que cet appareil connaît',
		},
		faults: {
			offline:
				'Rien n’a été enregistré, et rien de ce que cet appareil garde n’est touché. Un profil gardé ici s’ouvre sans réseau par ses phrases.',
			none: 'On y entre par des liens seulement.',
			changed:
				'Sa clé n’est pas celle entendue la première fois : quelqu’un répond peut-être à sa place. N’entrez rien ici, et prévenez qui tient le serveur.',
		},
	},
	en: {
		mine: 'Your identity',
		enter: 'Enter with my identity',
		enterAbout: 'Your rights and settings, from your sheet.',
		see: 'See your sheet',
		again: 'Try again',
		leave: 'Go to the home page',
		faultTitles: {
			offline: 'The directory does not answer',
			none: 'This site has no directory',
			changed: 'This is not the directory that this device knows',
		},
		faults: {
			offline:
				'Nothing was saved, and nothing that this device keeps is touched. A profile kept here opens without network by its phrases.',
			none: 'One enters it by links alone.',
			changed:
				'Its key is not the one heard first: somebody may answer in its place. Type nothing here, and tell whoever runs the server.',
		},
	},
});
