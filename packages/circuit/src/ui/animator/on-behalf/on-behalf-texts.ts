import { defineMessages } from '@navette/ui';

/** Texts of an order written on behalf of a consumer. */
export const onBehalfTexts = defineMessages({
	fr: {
		title: (name: string) => `Commande de ${name}`,
		fold: 'Écrit à sa place, changer de personne',
		whose: 'Commande de',
		choose: 'Commande de…',
		views: 'Façons de la voir',
		edit: 'Modifier à sa place',
		seen: 'Ce que la personne voit',
		mark: (name: string) =>
			`Vous écrivez à la place de ${name} : chaque ligne porte votre marque, et ${name} en est averti.`,
		seenBy: (name: string) => `Vu par ${name}`,
		itself: 'le groupe',
	},
	en: {
		title: (name) => `Order of ${name}`,
		fold: 'Written on behalf, change person',
		whose: 'Order of',
		choose: 'Order of…',
		views: 'Ways to see it',
		edit: 'Change on behalf',
		seen: 'What the person sees',
		mark: (name) =>
			`You write on behalf of ${name}: each line bears your mark, and ${name} is told.`,
		seenBy: (name) => `Seen by ${name}`,
		itself: 'the group',
	},
});
