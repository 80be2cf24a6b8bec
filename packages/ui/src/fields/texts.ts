import { defineMessages } from '../i18n/index.ts';

export const fieldTexts = defineMessages({
	fr: {
		pick: 'Choisir dans un calendrier',
		pattern: { day: 'jj/mm/aaaa', moment: 'jj/mm/aaaa hh:mm', time: 'hh:mm' },
		unreadable: {
			day: 'Ce n’est pas un jour. Écrivez-le ainsi : 14/06/2025.',
			moment: 'Ce n’est pas un jour et une heure. Écrivez-les ainsi : 14/06/2025 20:00.',
			time: 'Ce n’est pas une heure. Écrivez-la ainsi : 20:00.',
		},
	},
	en: {
		pick: 'Choose in a calendar',
		pattern: { day: 'dd/mm/yyyy', moment: 'dd/mm/yyyy hh:mm', time: 'hh:mm' },
		unreadable: {
			day: 'This is not a day. Write it like this: 14 Jun 2025 or 14/06/2025.',
			moment: 'This is not a day and a time. Write them like this: 14/06/2025 20:00.',
			time: 'This is not a time. Write it like this: 20:00.',
		},
	},
});
