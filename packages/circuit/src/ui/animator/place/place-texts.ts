import { defineMessages } from '@navette/ui';

/** Texts of the dates and the place of a group. */
export const placeTexts = defineMessages({
	fr: {
		title: 'Dates et lieu',
		ours: 'Notre distribution',
		about:
			'Le groupement décide de l’arrivée du camion ; le groupe décide de sa distribution. Chaque changement est noté sans bruit dans la discussion de la livraison : écrivez-y si les gens doivent être prévenus.',
		from: 'Début de la distribution',
		fromNote: 'Lue par les consommateurs dans leurs livraisons.',
		until: 'Fin',
		untilNote: 'Après elle, on ne remet plus de panier.',
		place: 'Lieu de la distribution',
		placeNote: 'L’adresse entière : elle s’ouvre dans les cartes de chacun.',
		truck: 'Arrivée du camion',
		truckAt: (when: string, place: string) => `${when}, ${place}`,
		save: 'Enregistrer',
		unreadable: 'Une date, une heure et un lieu sont nécessaires.',
		saved: 'Distribution changée',
		none: 'Cette livraison ne s’arrête pas (ou plus) au groupe.',
		cannot: 'À cette étape, la distribution ne change plus.',
	},
	en: {
		title: 'Dates and place',
		ours: 'Our distribution',
		about:
			'The groupement decides when the truck arrives; the group decides of its distribution. Each change is noted silently in the chat of the delivery: write there if people must be told.',
		from: 'Beginning of the distribution',
		fromNote: 'Read by consumers in their deliveries.',
		until: 'End',
		untilNote: 'After it, no basket is handed over.',
		place: 'Place of the distribution',
		placeNote: 'The whole address: it opens in the maps of each.',
		truck: 'Arrival of the truck',
		truckAt: (when, place) => `${when}, ${place}`,
		save: 'Save',
		unreadable: 'A date, a time and a place are needed.',
		saved: 'Distribution changed',
		none: 'This delivery does not stop at the group (any more).',
		cannot: 'At this stage the distribution changes no more.',
	},
});
