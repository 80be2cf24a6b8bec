import { defineMessages, plural } from '@navette/ui';

/** Texts of what a consumer got. */
export const gotTexts = defineMessages({
	fr: {
		beforeTitle: 'Le groupe décharge bientôt',
		before: 'Ce que vous recevez apparaîtra ici, pesée par pesée. En attendant, voici la commande.',
		emptyTitle: 'Rien à recevoir',
		empty: 'Vous n’avez rien commandé dans cette livraison.',
		pickedUp: (who: string, when: string) => `Récupéré par ${who}, ${when}.`,
		product: 'Produit',
		ordered: 'Commandé',
		got: 'Reçu',
		due: 'Dû',
		total: 'Total dû',
		notYet: 'pas encore',
		about: 'Les montants marqués ≈ sont estimés jusqu’à la pesée.',
		notPayment: 'Ceci n’est pas un document de paiement : réglez comme votre groupe en convient.',
		packages: (count: number) =>
			plural('fr', count, { one: '1 paquet', other: `${count} paquets` }),
		onePackage: (weight: string, price: string) => `${weight} : ${price}`,
		missingPackages: (count: number) =>
			plural('fr', count, {
				one: 'encore 1 à peser',
				other: `encore ${count} à peser`,
			}),
		reasons: {
			shared: 'Attribué par l’animateur avant la livraison.',
			lost: 'Il en manque à l’arrivée : le groupe a partagé.',
			short: 'Le producteur en a livré moins que commandé.',
			less: 'Moins que commandé, au partage.',
			more: 'Plus que commandé, au partage.',
		},
		remark: (text: string) => `Note : ${text}`,
	},
	en: {
		beforeTitle: 'The group unloads soon',
		before: 'What you get will appear here, weight by weight. Meanwhile, this is your order.',
		emptyTitle: 'Nothing to get',
		empty: 'You ordered nothing in this delivery.',
		pickedUp: (who, when) => `Picked up by ${who}, ${when}.`,
		product: 'Product',
		ordered: 'Ordered',
		got: 'Got',
		due: 'Due',
		total: 'Total due',
		notYet: 'not yet',
		about: 'Amounts marked ≈ are estimates until they are weighed.',
		notPayment: 'This is not a payment document: pay as your group agrees.',
		packages: (count) => plural('en', count, { one: '1 package', other: `${count} packages` }),
		onePackage: (weight, price) => `${weight}: ${price}`,
		missingPackages: (count) =>
			plural('en', count, { one: '1 more to weigh', other: `${count} more to weigh` }),
		reasons: {
			shared: 'Attributed by the animator before the delivery.',
			lost: 'Some was missing on arrival: the group shared it out.',
			short: 'The producer delivered less than was ordered.',
			less: 'Less than ordered, when it was shared out.',
			more: 'More than ordered, when it was shared out.',
		},
		remark: (text) => `Note: ${text}`,
	},
});
