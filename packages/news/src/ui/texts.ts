import { defineMessages } from '@navette/ui';

export const newsTexts = defineMessages({
	fr: {
		title: 'Nouvelles',
		intro:
			'Quand Navette est fermée, cet appareil peut vous dire qu’il y a du nouveau. Le serveur n’envoie jamais de nom ni de texte : la phrase est composée ici.',
		on: 'Recevoir des nouvelles',
		onNote: 'Votre navigateur va vous demander si vous l’autorisez.',
		stop: 'Ne plus rien recevoir sur cet appareil',
		stopped: 'Cet appareil ne recevra plus rien de cette organisation.',
		kept: 'C’est noté.',
		what: 'De quoi être averti',
		manner: 'Comment',
		names: 'Montrer les noms',
		namesNote:
			'Sinon, rien ne dit de quel groupe ni de quelle livraison il s’agit, même écran verrouillé.',
		lasting: 'Continuer quand la session est fermée',
		lastingNote: (days: number) =>
			`Jusqu’à ${days} jours sans ouvrir Navette. Sinon, c’est fini demain.`,
		quiet: 'Heures calmes',
		quietNote: 'Sans sonner entre ces heures, sauf si c’est urgent.',
		from: 'De',
		to: 'À',
		preview: 'Ce que vous verrez',
		unable: 'Ce navigateur ne sait pas prévenir quand Navette est fermée.',
		unableNote:
			'Navette reste à jour dès que vous l’ouvrez. Firefox, Chrome, Edge et Safari récents savent le faire, hors navigation privée.',
		later: 'D’abord, mettez Navette sur l’écran d’accueil',
		laterSteps: [
			'Touchez le bouton Partager de Safari.',
			'Choisissez « Sur l’écran d’accueil ».',
			'Ouvrez Navette depuis son icône, puis revenez ici.',
		].join('\n'),
		denied: 'Votre navigateur refuse les notifications de ce site.',
		deniedNote:
			'Touchez le cadenas à gauche de l’adresse, autorisez les notifications, puis rechargez la page.',
		off: 'Ce serveur n’envoie pas de nouvelles.',
		offNote:
			'Qui tient le serveur peut les mettre en marche. Navette reste à jour dès que vous l’ouvrez.',
		offline: 'Sans réseau, les nouvelles ne peuvent pas être changées.',
		full: 'Cet appareil n’a plus de place pour retenir vos choix. Rien n’a changé.',
		failed: 'Rien n’a changé.',
	},
	en: {
		title: 'News',
		intro:
			'When Navette is closed, this device can tell you that something is new. The server never sends a name or a text: the sentence is composed here.',
		on: 'Turn news on',
		onNote: 'Your browser will ask whether you allow it.',
		stop: 'Receive nothing more on this device',
		stopped: 'This device will be told nothing more of this organisation.',
		kept: 'Noted.',
		what: 'What to be told of',
		manner: 'How',
		names: 'Show names',
		namesNote:
			'Otherwise nothing says which group or delivery it is about, even on a locked screen.',
		lasting: 'Go on when the session is closed',
		lastingNote: (days) =>
			`For up to ${days} days without opening Navette. Otherwise it ends tomorrow.`,
		quiet: 'Quiet hours',
		quietNote: 'No sound between these hours, unless it is urgent.',
		from: 'From',
		to: 'To',
		preview: 'What you will see',
		unable: 'This browser cannot tell you anything while Navette is closed.',
		unableNote:
			'Navette is up to date as soon as you open it. Recent Firefox, Chrome, Edge and Safari can do it, outside private windows.',
		later: 'First, put Navette on the home screen',
		laterSteps: [
			'Touch the Share button of Safari.',
			'Choose “Add to Home Screen”.',
			'Open Navette from its icon, then come back here.',
		].join('\n'),
		denied: 'Your browser refuses notifications of this site.',
		deniedNote: 'Touch the padlock left of the address, allow notifications, then reload the page.',
		off: 'This server sends no news.',
		offNote:
			'Whoever runs the server can switch them on. Navette is up to date as soon as you open it.',
		offline: 'Without network, news cannot be changed.',
		full: 'This device has no room left to remember your choices. Nothing changed.',
		failed: 'Nothing changed.',
	},
});
