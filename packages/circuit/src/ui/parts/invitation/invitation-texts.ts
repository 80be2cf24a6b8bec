import { defineMessages } from '@navette/ui';

/** Texts of a link that lets somebody in. */
export const invitationTexts = defineMessages({
	fr: {
		title: (who: string) => `Lien pour ${who}`,
		about:
			'Donnez-le à cette seule personne : qui l’ouvre agit en son nom. Il ne sera plus montré ; vous pourrez retirer l’accès à tout moment.',
		qr: (who: string) => `Code à scanner pour entrer comme ${who}`,
		link: 'Lien à donner',
		copy: 'Copier',
		copied: 'Lien copié',
		share: 'Partager…',
		mail: 'Préparer un message',
		subject: 'Votre accès à Navette',
		body: (link: string) =>
			`Bonjour,\n\nVoici votre lien d’entrée, à garder pour vous :\n${link}\n`,
		done: 'C’est donné',
	},
	en: {
		title: (who) => `Link for ${who}`,
		about:
			'Give it to this one person: whoever opens it acts in their name. It is not shown again; you may withdraw the access at any time.',
		qr: (who) => `Code to scan to enter as ${who}`,
		link: 'Link to give',
		copy: 'Copy',
		copied: 'Link copied',
		share: 'Share…',
		mail: 'Prepare a message',
		subject: 'Your access to Navette',
		body: (link) => `Hello,\n\nHere is your link to enter, to be kept to yourself:\n${link}\n`,
		done: 'It is given',
	},
});
