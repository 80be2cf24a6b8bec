import { defineMessages } from '@navette/ui';

/** What is said when the halves of a group do not make whole units. */
export const halvesWords = defineMessages({
	fr: {
		missingCrate: '½ cagette manque',
		missingUnit: '½ manque',
		completes: 'Il manque ½ cagette au groupe : une demie de plus la complète.',
	},
	en: {
		missingCrate: '½ crate missing',
		missingUnit: '½ missing',
		completes: 'The group lacks ½ crate: one more half completes it.',
	},
});
