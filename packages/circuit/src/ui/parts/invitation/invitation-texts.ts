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
		way: 'Par quel moyen',
		ways: { link: 'Un lien, aussi à scanner', phrase: 'Une phrase à dire' },
		phraseTitle: (who: string) => `Phrase pour ${who}`,
		phraseAbout:
			'Dites ces cinq mots à cette seule personne, dans l’ordre. Elle a quatorze jours, et ils ne servent qu’une fois. Ils ne seront plus montrés ; vous pourrez retirer l’accès à tout moment.',
		words: 'Les cinq mots',
		where: 'Adresse à ouvrir',
		whereUnder: 'Sur cette page',
		whereForm: '« On m’a dit une phrase »',
		orgCode: 'Code de l’organisation',
		copyPhrase: 'Copier',
		phraseCopied: 'Phrase copiée',
		phraseBody: (address: string, org: string, phrase: string) =>
			`Ouvrez ${address}, puis « On m’a dit une phrase ».\nCode de l’organisation : ${org}\nLes cinq mots : ${phrase}\n`,
		said: 'C’est dit',
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
		way: 'By what means',
		ways: { link: 'A link, also to scan', phrase: 'A phrase to say' },
		phraseTitle: (who) => `Phrase for ${who}`,
		phraseAbout:
			'Say these five words to this one person, in order. They have fourteen days, and the words serve once. They are not shown again; you may withdraw the access at any time.',
		words: 'The five words',
		where: 'Address to open',
		whereUnder: 'On that page',
		whereForm: '“I was told a phrase”',
		orgCode: 'Code of the organisation',
		copyPhrase: 'Copy',
		phraseCopied: 'Phrase copied',
		phraseBody: (address, org, phrase) =>
			`Open ${address}, then “I was told a phrase”.\nCode of the organisation: ${org}\nThe five words: ${phrase}\n`,
		said: 'It is said',
	},
});
