import { defineMessages, plural } from '../i18n/index.ts';

export const syncTexts = defineMessages({
	fr: {
		'up-to-date': 'À jour',
		connecting: 'Connexion…',
		update: 'Mise à jour',
		sending: (n: number) => `Envoi ${n}`,
		refused: (n: number) => (n === 0 ? 'Accès refusé' : `Refusé ${n}`),
		offline: (age: string) => (age === '' ? 'Hors ligne' : `Hors ligne ${age}`),
		title: 'Synchronisation',
		about: {
			'up-to-date': 'Tout ce que vous voyez est ce que le serveur a. Rien n’attend d’être envoyé.',
			connecting: 'Connexion au serveur. Vous pouvez continuer à travailler.',
			sending: 'Vos changements partent vers le serveur.',
			offline:
				'Le serveur est injoignable. Vous pouvez consulter et préparer : tout partira au retour du réseau.',
			refused: 'Le serveur a refusé ce qui suit. Rien n’en a été enregistré.',
			update: 'Une nouvelle version est prête.',
		},
		accessRefused: 'Le serveur refuse cet accès. Demandez un nouveau lien à votre animateur.',
		syncedAt: (when: string) => `Dernière synchronisation : ${when}`,
		waiting: (n: number) =>
			`${n} ${plural('fr', n, { one: 'changement attend', other: 'changements attendent' })}`,
		state: { waiting: 'en attente', sending: 'en cours d’envoi', refused: 'refusé' },
		discard: 'Oublier',
		updateReady: 'Une nouvelle version de Navette est prête.',
		reload: 'Recharger quand vous voulez',
	},
	en: {
		'up-to-date': 'Up to date',
		connecting: 'Connecting…',
		update: 'Update ready',
		sending: (n) => `Sending ${n}`,
		refused: (n) => (n === 0 ? 'Access refused' : `Refused ${n}`),
		offline: (age) => (age === '' ? 'Offline' : `Offline ${age}`),
		title: 'Sync',
		about: {
			'up-to-date': 'All you see is what the server has. Nothing waits to be sent.',
			connecting: 'Connecting to the server. You can keep working.',
			sending: 'Your changes are on their way to the server.',
			offline:
				'The server cannot be reached. You can read and prepare: all will be sent when the network is back.',
			refused: 'The server refused what follows. Nothing of it was saved.',
			update: 'A new version is ready.',
		},
		accessRefused: 'The server refuses this access. Ask your group animator for a new link.',
		syncedAt: (when) => `Last sync: ${when}`,
		waiting: (n) => `${n} ${plural('en', n, { one: 'change waits', other: 'changes wait' })}`,
		state: { waiting: 'waiting', sending: 'being sent', refused: 'refused' },
		discard: 'Forget it',
		updateReady: 'A new version of Navette is ready.',
		reload: 'Reload when you like',
	},
});
