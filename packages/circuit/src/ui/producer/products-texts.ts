import { defineMessages, plural } from '@navette/ui';

const fr = {
	title: 'Mes produits',
	emptyTitle: 'Vos produits seront ici',
	empty: 'Le groupement n’a encore déclaré aucun de vos produits dans son catalogue général.',
	search: 'Chercher un produit',
	count: (count: number) =>
		`${count} ${plural('fr', count, { one: 'produit', other: 'produits' })}`,
	inForce: 'En vigueur',
	since: (day: string) => `depuis le ${day}`,
	coming: 'À venir',
	from: (day: string) => `à partir du ${day}`,
	noComing: 'aucun changement prévu',
	none: 'Pas encore de conditions de vente',
	removed: 'Retiré du catalogue',
	availability: { 0: 'Indisponible', 1: 'Rare', 2: 'Limité', 3: 'Disponible', 4: 'Abondant' },
	net: (weight: string) => `${weight} net`,
	gross: (weight: string) => `${weight} brut`,
	max: (amount: string) => `${amount} au plus par personne sans alerte`,
	excluded: (groups: string) => `Pas vendu à ${groups}`,
	kept: 'Les prix d’une livraison sont ceux de sa date ; ils ne changent plus une fois le camion parti.',
	noneFound: 'Aucun produit ne correspond',
	noneFoundWhy: 'Changez la recherche.',
};

/** Texts of the products of a producer. */
export const productsTexts = defineMessages({
	fr,
	en: {
		title: 'My products',
		emptyTitle: 'Your products will be here',
		empty: 'The groupement has not declared any of your products in its general catalogue yet.',
		search: 'Search for a product',
		count: (count) => `${count} ${plural('en', count, { one: 'product', other: 'products' })}`,
		inForce: 'In force',
		since: (day) => `since ${day}`,
		coming: 'Coming',
		from: (day) => `from ${day}`,
		noComing: 'no change planned',
		none: 'No sale conditions yet',
		removed: 'Removed from the catalogue',
		availability: { 0: 'Unavailable', 1: 'Scarce', 2: 'Limited', 3: 'Available', 4: 'Plenty' },
		net: (weight) => `${weight} net`,
		gross: (weight) => `${weight} gross`,
		max: (amount) => `${amount} at most per person without an alert`,
		excluded: (groups) => `Not sold to ${groups}`,
		kept: 'The prices of a delivery are those of its date; they do not change once the truck has left.',
		noneFound: 'No product matches',
		noneFoundWhy: 'Change the search.',
	},
});
