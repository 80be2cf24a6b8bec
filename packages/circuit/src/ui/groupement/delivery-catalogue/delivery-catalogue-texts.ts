import { defineMessages, plural } from '@navette/ui';

const fr = {
	title: 'Catalogue de la livraison',
	valid: (when: string) => `Validé ${when}`,
	notValid: 'Pas encore validé',
	validWhy:
		'La validation dit que vous l’avez relu ; sans elle, un rappel arrive 48 et 24 heures avant l’ouverture.',
	validate: 'Valider ce catalogue',
	validated: 'Catalogue validé',
	recalculate: 'Recalculer depuis le général',
	recalculateNote: 'Les lignes changées à la main restent.',
	recalculated: 'Catalogue recalculé',
	reset: (n: number) =>
		`Abandonner ${n} ${plural('fr', n, { one: 'changement fait ici', other: 'changements faits ici' })}`,
	resetNote: 'Tout redevient comme dans le catalogue général ; 10 secondes pour annuler.',
	resetDone: (n: number) =>
		`${n} ${plural('fr', n, { one: 'changement abandonné', other: 'changements abandonnés' })}`,
	opened:
		'Les commandes sont ouvertes : chaque prix changé est dit dans la discussion, et celui de l’ouverture reste affiché.',
	frozen: 'Le camion est parti : les prix sont figés. Corrigez la prochaine livraison.',
	filter: 'Produits montrés',
	filters: { differences: 'Différences', amended: 'Changés ici', all: 'Tous' },
	count: (n: number) => `${n} ${plural('fr', n, { one: 'produit', other: 'produits' })}`,
	product: 'Produit',
	general: 'Général',
	here: 'Cette livraison',
	previous: (day: string) => `Livraison du ${day}`,
	noPrevious: 'Pas de livraison précédente',
	absent: 'absent',
	amended: 'changé ici',
	opening: (price: string) => `${price} à l’ouverture`,
	differs: 'différent',
	choose: (name: string) => `Choisir ${name}`,
	chooseHead: 'Choix',
	take: (n: number) =>
		`Reprendre ${n} ${plural('fr', n, { one: 'ligne', other: 'lignes' })} du général`,
	taken: (n: number) =>
		`${n} ${plural('fr', n, { one: 'ligne reprise', other: 'lignes reprises' })} du catalogue général`,
	amend: (name: string) => `Changer ${name} dans cette livraison`,
	amendShort: 'Changer',
	save: 'Changer dans cette livraison',
	saved: (name: string) => `Changé dans cette livraison : ${name}`,
	told: 'La discussion de la livraison dira, sans alerte :',
	toldLine: (name: string, before: string, after: string) => `${name} : ${before} → ${after}`,
	orderedNote: 'Les commandes déjà passées gardent le produit, au nouveau prix, avec une alerte.',
	none: 'Aucune différence',
	noneWhy: 'Le catalogue de cette livraison est celui du général et de la livraison précédente.',
	showAll: 'Montrer tous les produits',
	same: 'Rien n’a changé.',
};

/** Texts of the catalogue of a delivery. */
export const deliveryCatalogueTexts = defineMessages({
	fr,
	en: {
		title: 'Catalogue of the delivery',
		valid: (when) => `Approved ${when}`,
		notValid: 'Not approved yet',
		validWhy:
			'Approving says that you have read it; without it a reminder comes 48 and 24 hours before the opening.',
		validate: 'Approve this catalogue',
		validated: 'Catalogue approved',
		recalculate: 'Calculate again from the general one',
		recalculateNote: 'Lines changed by hand stay.',
		recalculated: 'Catalogue calculated again',
		reset: (n) =>
			`Give up ${n} ${plural('en', n, { one: 'change made here', other: 'changes made here' })}`,
		resetNote: 'Everything is again as in the general catalogue; 10 seconds to undo.',
		resetDone: (n) =>
			`${n} ${plural('en', n, { one: 'change given up', other: 'changes given up' })}`,
		opened:
			'Orders are open: each price changed is told in the chat, and that of the opening stays shown.',
		frozen: 'The truck has left: prices are frozen. Correct the next delivery.',
		filter: 'Products shown',
		filters: { differences: 'Differences', amended: 'Changed here', all: 'All' },
		count: (n) => `${n} ${plural('en', n, { one: 'product', other: 'products' })}`,
		product: 'Product',
		general: 'General',
		here: 'This delivery',
		previous: (day) => `Delivery of ${day}`,
		noPrevious: 'No previous delivery',
		absent: 'absent',
		amended: 'changed here',
		opening: (price) => `${price} at opening`,
		differs: 'differs',
		choose: (name) => `Choose ${name}`,
		chooseHead: 'Choice',
		take: (n) =>
			`Take ${n} ${plural('en', n, { one: 'line', other: 'lines' })} from the general one`,
		taken: (n) =>
			`${n} ${plural('en', n, { one: 'line taken', other: 'lines taken' })} from the general catalogue`,
		amend: (name) => `Change ${name} in this delivery`,
		amendShort: 'Change',
		save: 'Change in this delivery',
		saved: (name) => `Changed in this delivery: ${name}`,
		told: 'The chat of the delivery will say, without alert:',
		toldLine: (name, before, after) => `${name}: ${before} → ${after}`,
		orderedNote: 'Orders already made keep the product, at the new price, with an alert.',
		none: 'No difference',
		noneWhy:
			'The catalogue of this delivery is that of the general one and of the previous delivery.',
		showAll: 'Show all products',
		same: 'Nothing has changed.',
	},
});
