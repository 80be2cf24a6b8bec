import type { ErrorCatalogue } from '@navette/protocol';

/** Expected failures of the directory. */
export const directoryErrors = {
	'E-LOGIN': {
		status: 401,
		retry: 'change',
		sentence: {
			fr: "Ces deux phrases n'ouvrent aucune fiche. Rien n'a été enregistré : vérifiez-les, ou utilisez votre second alias.",
			en: 'These two phrases open no sheet. Nothing was saved: check them, or use your second alias.',
		},
	},
	'E-SPONSOR': {
		status: 404,
		retry: 'change',
		sentence: {
			fr: "Ce parrainage n'existe pas, a déjà servi ou a expiré. Rien n'a été enregistré : demandez-en un autre.",
			en: 'This sponsorship does not exist, was used or has expired. Nothing was saved: ask for another.',
		},
	},
	'E-PROOF': {
		status: 403,
		retry: 'never',
		sentence: {
			fr: "La signature de cette demande n'est pas la bonne. Rien n'a été enregistré : mettez l'application à jour.",
			en: 'The signature of this request is not the right one. Nothing was saved: update the application.',
		},
	},
	'E-SHEET': {
		status: 409,
		retry: 'change',
		sentence: {
			fr: "Votre fiche a changé sur un autre appareil (révision {rev}). Rien n'a été enregistré : relisez-la et recommencez.",
			en: 'Your sheet changed on another device (revision {rev}). Nothing was saved: read it again and start over.',
		},
	},
	'E-ALIAS': {
		status: 409,
		retry: 'change',
		sentence: {
			fr: "Cet alias est déjà pris. Rien n'a été enregistré : choisissez-en un autre.",
			en: 'This alias is already taken. Nothing was saved: choose another.',
		},
	},
	'E-PIN': {
		status: 401,
		retry: 'change',
		sentence: {
			fr: "Ce code n'ouvre plus rien. Rien n'a été enregistré, et vos données sont intactes : ouvrez le profil par vos phrases.",
			en: 'This code opens nothing any more. Nothing was saved, and your data are safe: open the profile by your phrases.',
		},
	},
	'E-RECORD': {
		status: 409,
		retry: 'change',
		sentence: {
			fr: "Cette inscription a changé entre-temps (révision {rev}). Rien n'a été enregistré : relisez-la et recommencez.",
			en: 'This record changed meanwhile (revision {rev}). Nothing was saved: read it again and start over.',
		},
	},
	'E-SERVICE': {
		status: 404,
		retry: 'change',
		sentence: {
			fr: "Ce service ou cette organisation n'est pas dans l'annuaire. Rien n'a été enregistré : vérifiez le nom.",
			en: 'This service or organisation is not in the directory. Nothing was saved: check the name.',
		},
	},
	'E-UNREACHED': {
		status: 503,
		retry: 'later',
		sentence: {
			fr: "Le destinataire n'a pas répondu. Rien n'a été enregistré chez lui et rien n'est perdu : l'envoi sera tenté de nouveau.",
			en: 'The other side did not answer. Nothing was saved there and nothing is lost: it will be tried again.',
		},
	},
	'E-CALLBACK': {
		status: 502,
		retry: 'never',
		sentence: {
			fr: "Le service a refusé d'apprendre la réponse à ce parrainage (statut {status}). Rien n'a été enregistré chez lui, la réponse reste dans l'annuaire : demandez à son opérateur.",
			en: 'The service refused to hear the answer to this sponsorship (status {status}). Nothing was saved there, the answer stays in the directory: ask its operator.',
		},
	},
} as const satisfies ErrorCatalogue;
