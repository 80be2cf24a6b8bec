import { defineMessages, plural } from '@navette/ui';

const fr = {
	dashboard: 'Tableau de bord',
	parts: {
		open: 'Commandes ouvertes',
		here: 'Au groupe',
		coming: 'En préparation ou en route',
		planned: 'À venir',
		past: 'Passées',
	},
	ordered: (done: number, all: number) => `${done} sur ${all} ont commandé`,
	people: (count: number) =>
		`${count} ${plural('fr', count, { one: 'commande', other: 'commandes' })}`,
	missing: (count: number) =>
		count === 0
			? 'Tout le monde a commandé'
			: `${count} ${plural('fr', count, { one: 'n’a pas encore commandé', other: 'n’ont pas encore commandé' })}`,
	amount: 'Montant',
	weight: 'Poids brut',
	referenceCount: (count: number) =>
		`${count} ${plural('fr', count, { one: 'référence', other: 'références' })}`,
	noOrder: 'Pas encore de commande',
	announced: 'Annoncée : le groupement n’a pas encore fixé les détails.',
	place: (place: string) => `Livraison : ${place}`,
	cancelled: (reason: string) => `Annulée : ${reason}`,
	emptyTitle: 'Vos livraisons seront ici',
	empty: 'Aucune livraison ne dessert encore ce groupe. Pour commencer :',
	steps: {
		link: 'Lier le groupe à un groupement de producteurs',
		invite: 'Inviter des consommateurs',
		place: 'Fixer le lieu de livraison et de distribution',
	},
	done: 'fait',
	todo: 'à faire',
};

/** Texts of the animator's dashboard. */
export const dashboardTexts = defineMessages({
	fr,
	en: {
		dashboard: 'Dashboard',
		parts: {
			open: 'Open for orders',
			here: 'At the group',
			coming: 'Being prepared or on the road',
			planned: 'Coming',
			past: 'Past',
		},
		ordered: (done, all) => `${done} of ${all} have ordered`,
		people: (count) => `${count} ${plural('en', count, { one: 'order', other: 'orders' })}`,
		missing: (count) =>
			count === 0
				? 'Everybody has ordered'
				: `${count} ${plural('en', count, { one: 'has not ordered yet', other: 'have not ordered yet' })}`,
		amount: 'Amount',
		weight: 'Gross weight',
		referenceCount: (count) =>
			`${count} ${plural('en', count, { one: 'reference', other: 'references' })}`,
		noOrder: 'No order yet',
		announced: 'Announced: the groupement has not set the details yet.',
		place: (place) => `Delivery at ${place}`,
		cancelled: (reason) => `Cancelled: ${reason}`,
		emptyTitle: 'Your deliveries will be here',
		empty: 'No delivery serves this group yet. To begin:',
		steps: {
			link: 'Link the group to a groupement (grouping of producers)',
			invite: 'Invite consumers',
			place: 'Set the place of delivery and distribution',
		},
		done: 'done',
		todo: 'to do',
	},
});
