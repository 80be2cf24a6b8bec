import { defineMessages } from '@navette/ui';

export const numberPadTexts = defineMessages({
	fr: {
		keys: 'Chiffres',
		erase: 'Effacer un signe',
		signs: { '+': 'plus', '½': 'une demie', ',': 'virgule', '.': 'point' },
	},
	en: {
		keys: 'Digits',
		erase: 'Erase one sign',
		signs: { '+': 'plus', '½': 'one half', ',': 'comma', '.': 'point' },
	},
});
