import { defineMessages, plural } from '@navette/ui';

const fr = {
	title: 'Déchargement',
	toDeclare: (count: number) =>
		count === 0
			? 'Tout est déclaré'
			: `${count} ${plural('fr', count, { one: 'produit à déclarer', other: 'produits à déclarer' })}`,
	toSettle: (count: number) =>
		`${count} ${plural('fr', count, { one: 'produit à régler', other: 'produits à régler' })}`,
	expected: 'Attendu',
	shipped: (amount: string) => `expédié ${amount}`,
	ordered: (amount: string) => `commandé ${amount}`,
	notShipped: 'expédition non déclarée',
	received: 'Reçu',
	none: 'pas encore déclaré',
	line: (product: string, expected: string, received: string) =>
		`${product}, ${expected}, reçu : ${received}`,
	asShipped: 'Comme expédié',
	asOrdered: 'Comme commandé',
	lineAs: (product: string, amount: string) => `${product} : reçu ${amount}`,
	producerAsShipped: 'Tout comme expédié',
	producerAsOrdered: 'Tout comme commandé',
	everything: 'Tout comme expédié, chez tous',
	producer: (name: string, what: string) => `${name} : ${what}`,
	filter: 'Produits montrés',
	filters: { all: 'Tous', undeclared: 'À déclarer', alerts: 'Alertes' },
	nothing: 'Aucun produit ne correspond',
	nothingWhy: 'Montrez tous les produits.',
	showAll: 'Montrer tous les produits',
	emptyTitle: 'Rien à décharger',
	empty: 'Personne n’a commandé dans cette livraison et rien n’a été expédié.',
	said: (product: string, amount: string) => `${product} : reçu ${amount}`,
	saidRemark: (product: string) => `${product} : remarque notée`,
	takenBack: (product: string) => `${product} : plus rien de déclaré`,
	units: { grams: 'g', units: 'unités', crates: 'cagettes', pieces: 'pièces' },
	field: (product: string, unit: string) => `${product}, reçu en ${unit}`,
	equals: (amount: string) => `= ${amount}`,
	hint: {
		P: 'En grammes, ou 1,5 pour des kilos. « 1720+1850 » additionne.',
		U: '« 6+2 » additionne.',
		UP: 'Nombre de pièces : leurs poids se tapent dans Paquets.',
	},
	doubt: (typed: string, expected: string) =>
		`${typed}, alors que ${expected} sont attendus : est-ce bien cela ?`,
	doubtYes: 'Oui, c’est bien cela',
	doubtNo: 'Corriger',
	next: 'OK, suivant',
	done: 'OK',
	clear: 'Rien de déclaré',
	remark: 'Remarque',
	remarkAbout: 'Cassé, abîmé, remplacé par…',
	addRemark: 'Ajouter une remarque',
	weigh: 'Peser les paquets',
	notArrived: 'Le camion n’est pas encore arrivé',
	notArrivedWhy: (when: string) =>
		`Il est attendu ${when}. Dites qu’il est là pour commencer à taper, même sans réseau.`,
	arrived: 'Le camion est arrivé',
	cannot: 'Cette livraison n’est pas à l’étape du déchargement : la liste se lit seulement.',
	other: 'Un produit non commandé est arrivé',
	otherChoose: 'Choisir le produit…',
};

/** Texts of the unloading. */
export const unloadingTexts = defineMessages({
	fr,
	en: {
		title: 'Unloading',
		toDeclare: (count) =>
			count === 0
				? 'Everything is declared'
				: `${count} ${plural('en', count, { one: 'product to declare', other: 'products to declare' })}`,
		toSettle: (count) =>
			`${count} ${plural('en', count, { one: 'product to settle', other: 'products to settle' })}`,
		expected: 'Expected',
		shipped: (amount) => `shipped ${amount}`,
		ordered: (amount) => `ordered ${amount}`,
		notShipped: 'shipping not declared',
		received: 'Received',
		none: 'not declared yet',
		line: (product, expected, received) => `${product}, ${expected}, received: ${received}`,
		asShipped: 'As shipped',
		asOrdered: 'As ordered',
		lineAs: (product, amount) => `${product}: received ${amount}`,
		producerAsShipped: 'All as shipped',
		producerAsOrdered: 'All as ordered',
		everything: 'All as shipped, everywhere',
		producer: (name, what) => `${name}: ${what}`,
		filter: 'Products shown',
		filters: { all: 'All', undeclared: 'To declare', alerts: 'Alerts' },
		nothing: 'No product matches',
		nothingWhy: 'Show all products.',
		showAll: 'Show all products',
		emptyTitle: 'Nothing to unload',
		empty: 'Nobody ordered in this delivery and nothing was shipped.',
		said: (product, amount) => `${product}: received ${amount}`,
		saidRemark: (product) => `${product}: remark noted`,
		takenBack: (product) => `${product}: nothing declared any more`,
		units: { grams: 'g', units: 'units', crates: 'crates', pieces: 'pieces' },
		field: (product, unit) => `${product}, received in ${unit}`,
		equals: (amount) => `= ${amount}`,
		hint: {
			P: 'In grams, or 1.5 for kilograms. “1720+1850” adds up.',
			U: '“6+2” adds up.',
			UP: 'Number of pieces: their weights are typed in Packages.',
		},
		doubt: (typed, expected) => `${typed}, while ${expected} are expected: is that right?`,
		doubtYes: 'Yes, that is right',
		doubtNo: 'Correct it',
		next: 'OK, next',
		done: 'OK',
		clear: 'Nothing declared',
		remark: 'Remark',
		remarkAbout: 'Broken, spoilt, replaced by…',
		addRemark: 'Add a remark',
		weigh: 'Weigh the packages',
		notArrived: 'The truck has not arrived yet',
		notArrivedWhy: (when) =>
			`It is expected ${when}. Say that it is here to begin typing, even without network.`,
		arrived: 'The truck has arrived',
		cannot: 'This delivery is not at the stage of unloading: the list is read only.',
		other: 'A product not ordered has arrived',
		otherChoose: 'Choose the product…',
	},
});

export type UnloadingTexts = (typeof unloadingTexts)['fr'];
