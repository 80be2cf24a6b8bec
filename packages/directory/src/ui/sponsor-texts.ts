import { defineMessages } from '@navette/ui';

/** Words of giving a sponsorship: by which means, and how it is passed on. */
export const sponsorTexts = defineMessages({
	fr: {
		form: 'Par quel moyen',
		forms: {
			link: {
				name: 'Un lien, ou une image à scanner',
				about: 'À envoyer, ou à scanner avec son téléphone.',
				make: 'Faire le lien',
			},
			phrase: {
				name: 'Une phrase à dire',
				about: 'Cinq mots tirés au hasard, à dire de vive voix ou au téléphone.',
				make: 'Tirer la phrase',
			},
			code: {
				name: 'Un code en deux moitiés',
				about: 'Chaque moitié par un chemin différent : aucune ne sert seule.',
				make: 'Faire le code',
			},
		},
		link: 'Lien à donner, à une seule personne',
		qr: 'Image à scanner, qui mène au parrainage',
		phrase: 'Phrase à dire, à une seule personne',
		phraseHow:
			'La personne ouvre « Entrer avec mon identité », puis « On m’a donné une phrase ou un code de parrainage ».',
		firstHalf: 'Première moitié',
		otherHalf: 'Autre moitié',
		codeHow:
			'Envoyez l’une par message, dites l’autre. La personne ouvre « Entrer avec mon identité », puis « On m’a donné une phrase ou un code de parrainage ».',
	},
	en: {
		form: 'By what means',
		forms: {
			link: {
				name: 'A link, or a picture to scan',
				about: 'To send, or to scan with a telephone.',
				make: 'Make the link',
			},
			phrase: {
				name: 'A phrase to say',
				about: 'Five words drawn at random, to say face to face or on the phone.',
				make: 'Draw the phrase',
			},
			code: {
				name: 'A code in two halves',
				about: 'Each half by another way: neither is of use alone.',
				make: 'Make the code',
			},
		},
		link: 'Link to give, to one person',
		qr: 'Picture to scan, which leads to the sponsorship',
		phrase: 'Phrase to say, to one person',
		phraseHow:
			'The person opens “Enter with my identity”, then “I was given a sponsorship phrase or code”.',
		firstHalf: 'First half',
		otherHalf: 'Other half',
		codeHow:
			'Send one by message, say the other. The person opens “Enter with my identity”, then “I was given a sponsorship phrase or code”.',
	},
});
