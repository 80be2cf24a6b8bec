import { defineMessages } from '../i18n/index.ts';

export const guideTexts = defineMessages({
	fr: {
		guide: 'Visite guidée',
		step: (at: number, of: number) => `Étape ${at} sur ${of}`,
		next: 'Suite',
		back: 'Retour',
		end: 'Fin de la visite',
		stop: 'Arrêter la visite',
	},
	en: {
		guide: 'Guided tour',
		step: (at, of) => `Step ${at} of ${of}`,
		next: 'Next',
		back: 'Back',
		end: 'End of the tour',
		stop: 'Stop the tour',
	},
});
