import { defineMessages } from '../i18n/index.ts';

export const prefillTexts = defineMessages({
	fr: { fromSheet: 'De votre fiche :' },
	en: { fromSheet: 'From your sheet:' },
});
