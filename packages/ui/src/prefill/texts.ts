import { defineMessages } from '../i18n/index.ts';

export const prefillTexts = defineMessages({
	fr: { fromSheet: 'De votre identité :' },
	en: { fromSheet: 'From your identity:' },
});
