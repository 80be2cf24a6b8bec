/** What of a browser everything here rests on. */
export type Missing = 'https' | 'crypto' | 'trusted-types';

interface Platform {
	readonly isSecureContext?: boolean;
	readonly crypto?: { readonly subtle?: unknown };
	readonly trustedTypes?: unknown;
}

/** What a browser has not; without it keys could not be kept, or a page not trusted with them. */
export const missingIn = (platform: Platform): Missing | undefined => {
	if (!platform.isSecureContext) return 'https';
	if (!platform.crypto?.subtle) return 'crypto';
	return platform.trustedTypes === undefined ? 'trusted-types' : undefined;
};

/* beside the catalogues of the app: whatever is missing, this is shown */
const SENTENCES: Readonly<Record<Missing, { readonly fr: string; readonly en: string }>> = {
	https: {
		fr: 'Cette page doit être ouverte par https:// pour protéger ce que vous écrivez. Rien n’a été ouvert : demandez l’adresse en https:// à qui tient ce service.',
		en: 'This page has to be opened by https:// to protect what you write. Nothing was opened: ask whoever runs this service for its https:// address.',
	},
	crypto: {
		fr: 'Ce navigateur ne sait pas chiffrer. Rien n’a été ouvert : utilisez une version récente de Firefox, Chrome, Edge ou Safari.',
		en: 'This browser cannot encrypt. Nothing was opened: use a recent version of Firefox, Chrome, Edge or Safari.',
	},
	'trusted-types': {
		fr: 'Ce navigateur est trop ancien pour protéger cette page de scripts étrangers. Rien n’a été ouvert : mettez-le à jour, ou utilisez une version récente de Firefox, Chrome, Edge ou Safari.',
		en: 'This browser is too old to protect this page from foreign scripts. Nothing was opened: update it, or use a recent version of Firefox, Chrome, Edge or Safari.',
	},
};

/** Says in both languages, without anything of the app, why it does not start here. */
export const showUnfit = (place: HTMLElement, missing: Missing): void => {
	const { fr, en } = SENTENCES[missing];
	for (const [lang, sentence] of [
		['fr', fr],
		['en', en],
	] as const) {
		const paragraph = document.createElement('p');
		paragraph.lang = lang;
		paragraph.className = 'app-unfit';
		paragraph.textContent = sentence;
		place.append(paragraph);
	}
};
