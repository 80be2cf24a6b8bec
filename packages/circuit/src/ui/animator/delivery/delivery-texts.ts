import { defineMessages, plural } from '@navette/ui';

const fr = {
	back: 'Livraisons',
	tools: {
		'group-order': 'Commande',
		check: 'Avant clôture',
		unloading: 'Déchargement',
		packages: 'Paquets',
		settle: 'À régler',
		distribution: 'Distribution',
		place: 'Dates et lieu',
	},
	toolsLabel: 'Outils de la livraison',
	ofTheMoment: 'c’est le moment',
	unknownTitle: 'Cette livraison n’existe pas',
	unknown: 'Le calendrier du groupement ne la connaît pas, ou ne la connaît plus.',
	itself: 'Le groupe',
	waiting: (count: number) =>
		`${count} ${plural('fr', count, { one: 'saisie à envoyer', other: 'saisies à envoyer' })}`,
	waitingWhy: 'Gardées sur cet appareil, elles partiront dans l’ordre dès qu’il y aura du réseau.',
	refused: (count: number) =>
		`${count} ${plural('fr', count, { one: 'saisie refusée', other: 'saisies refusées' })}`,
	see: 'Voir les deux valeurs',
	logTitle: 'Saisies refusées et en attente',
	logNone: 'Rien n’attend, rien n’a été refusé',
	logNoneWhy: 'Ce que vous tapez sans réseau apparaîtra ici jusqu’à son envoi.',
	logRefused: 'Refusées',
	logWaiting: 'À envoyer',
	there: (who: string, amount: string, when: string) =>
		when === '' ? `${who} : ${amount}` : `${who} : ${amount}, ${when}`,
	mine: (amount: string) => `Vous : ${amount}`,
	somebody: 'Quelqu’un d’autre',
	nothing: 'rien de déclaré',
	keepTheirs: (amount: string) => `Garder ${amount}`,
	putMine: (amount: string) => `Mettre ${amount}`,
	retry: 'Réessayer',
	forget: 'Laisser tomber',
	keptNothing: 'Gardé tel quel',
	dropped: 'Saisie abandonnée',
};

/** Texts of what all the screens of a delivery share. */
export const deliveryTexts = defineMessages({
	fr,
	en: {
		back: 'Deliveries',
		tools: {
			'group-order': 'Order',
			check: 'Before closing',
			unloading: 'Unloading',
			packages: 'Packages',
			settle: 'To settle',
			distribution: 'Distribution',
			place: 'Dates and place',
		},
		toolsLabel: 'Tools of the delivery',
		ofTheMoment: 'now is the time',
		unknownTitle: 'This delivery does not exist',
		unknown: 'The calendar of the groupement does not know it, or no longer does.',
		itself: 'The group',
		waiting: (count) =>
			`${count} ${plural('en', count, { one: 'entry to send', other: 'entries to send' })}`,
		waitingWhy: 'Kept on this device, they leave in order as soon as there is a network.',
		refused: (count) =>
			`${count} ${plural('en', count, { one: 'entry refused', other: 'entries refused' })}`,
		see: 'See both values',
		logTitle: 'Entries refused and waiting',
		logNone: 'Nothing waits, nothing was refused',
		logNoneWhy: 'What you type without network will be here until it is sent.',
		logRefused: 'Refused',
		logWaiting: 'To send',
		there: (who, amount, when) =>
			when === '' ? `${who}: ${amount}` : `${who}: ${amount}, ${when}`,
		mine: (amount) => `You: ${amount}`,
		somebody: 'Somebody else',
		nothing: 'nothing declared',
		keepTheirs: (amount) => `Keep ${amount}`,
		putMine: (amount) => `Put ${amount}`,
		retry: 'Try again',
		forget: 'Drop it',
		keptNothing: 'Kept as it is',
		dropped: 'Entry dropped',
	},
});
