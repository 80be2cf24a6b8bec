import { defineMessages, plural } from '@navette/ui';

const fr = {
	title: 'Avant la clôture',
	closes: (when: string) => `Les commandes ferment ${when}.`,
	notOpen: 'Les commandes ne sont pas ouvertes : la liste se lit seulement.',
	count: (count: number) =>
		`${count} ${plural('fr', count, { one: 'point à regarder', other: 'points à regarder' })}`,
	noneTitle: 'Rien à signaler',
	none: 'Les cagettes sont entières, aucune quantité n’étonne, aucun produit n’est commandé par une seule personne.',
	toOrder: 'Voir la commande du groupe',
	why: {
		halves: 'Demies à compléter',
		high: 'Quantités élevées',
		alone: 'Commandés par une seule personne',
	},
	about: {
		halves: 'Le producteur livre des unités entières.',
		high: 'Au-dessus de ce qui se commande d’habitude : est-ce voulu ?',
		alone: 'Un carton pour une personne : prévenez-la, ou complétez.',
	},
	total: (amount: string) => `le groupe : ${amount}`,
	person: (name: string, amount: string) => `${name} : ${amount}`,
	other: 'Autres façons',
	add: (amount: string, name: string) => `+ ${amount} pour ${name}`,
	less: (amount: string, name: string) => `− ${amount} pour ${name}`,
	cap: (name: string, amount: string) => `Ramener ${name} à ${amount}`,
	itself: 'le groupe',
	said: (product: string, name: string, amount: string) => `${product}, ${name} : ${amount}`,
};

/** Texts of the check before the closing. */
export const closingTexts = defineMessages({
	fr,
	en: {
		title: 'Before closing',
		closes: (when) => `Orders close ${when}.`,
		notOpen: 'Orders are not open: the list is read only.',
		count: (count) =>
			`${count} ${plural('en', count, { one: 'thing to look at', other: 'things to look at' })}`,
		noneTitle: 'Nothing to report',
		none: 'Crates are whole, no quantity is surprising, no product is ordered by one person only.',
		toOrder: 'See the group order',
		why: {
			halves: 'Halves to complete',
			high: 'High quantities',
			alone: 'Ordered by one person only',
		},
		about: {
			halves: 'The producer delivers whole units.',
			high: 'Above what is usually ordered: is it meant?',
			alone: 'A carton for one person: tell them, or complete it.',
		},
		total: (amount) => `the group: ${amount}`,
		person: (name, amount) => `${name}: ${amount}`,
		other: 'Other ways',
		add: (amount, name) => `+ ${amount} for ${name}`,
		less: (amount, name) => `− ${amount} for ${name}`,
		cap: (name, amount) => `Bring ${name} down to ${amount}`,
		itself: 'the group',
		said: (product, name, amount) => `${product}, ${name}: ${amount}`,
	},
});
