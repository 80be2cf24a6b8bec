import type { ErrorCatalogue } from '@navette/protocol';

/** Expected failures of news. */
export const newsErrors = {
	'E-NEWS-ENDPOINT': {
		status: 422,
		retry: 'never',
		sentence: {
			fr: "Le service de notifications de cet appareil n'est pas connu ici ({reason}). Rien n'a été enregistré : demandez à qui tient le serveur.",
			en: 'The push service of this device is not known here ({reason}). Nothing was saved: ask whoever runs the server.',
		},
	},
	'E-NEWS-OFF': {
		status: 503,
		retry: 'never',
		sentence: {
			fr: "Ce serveur n'envoie pas de notifications. Rien n'a été enregistré.",
			en: 'This server sends no news. Nothing was saved.',
		},
	},
} as const satisfies ErrorCatalogue;
