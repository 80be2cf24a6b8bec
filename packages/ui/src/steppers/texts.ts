import { defineMessages } from '../i18n/index.ts';

export const stepperTexts = defineMessages({
	fr: {
		less: (label: string) => `${label} : moins`,
		more: (label: string) => `${label} : plus`,
		half: (label: string) => `${label} : demi`,
		faults: {
			'not-a-quantity': 'Écrivez une quantité : 2, 1,5 ou ½.',
			'no-half': 'Ce produit ne se vend pas par demi.',
			'too-much': 'C’est plus que ce qui est possible.',
			'not-a-weight': 'Écrivez un poids : 1,5 kg ou 1500.',
			'not-a-step': (step: string) => `Ce produit se commande par ${step}.`,
		},
	},
	en: {
		less: (label) => `${label}: less`,
		more: (label) => `${label}: more`,
		half: (label) => `${label}: half`,
		faults: {
			'not-a-quantity': 'Write a quantity: 2, 1.5 or ½.',
			'no-half': 'This product is not sold by halves.',
			'too-much': 'This is more than possible.',
			'not-a-weight': 'Write a weight: 1.5 kg or 1500.',
			'not-a-step': (step) => `This product is ordered by ${step}.`,
		},
	},
});
