import { defineMessages } from '@navette/ui';

/** Names of the phases of a delivery, and sentences about its next date. */
export const phaseWords = defineMessages({
	fr: {
		phases: {
			0: 'Prévue',
			1: 'Ouverte',
			2: 'En préparation',
			3: 'En route',
			4: 'Arrivée au groupe',
			5: 'Distribution',
			6: 'Archivée',
			X: 'Annulée',
		},
		next: {
			tOuv: 'ouvre',
			tClo: 'ferme',
			tExp: 'départ du camion',
			tLiv: 'arrive au groupe',
			tDis: 'distribution',
			tArc: 'archivée',
		},
		sentence: (verb: string, moment: string, relative: string) =>
			relative === '' ? `${verb} ${moment}` : `${verb} ${moment}, ${relative}`,
	},
	en: {
		phases: {
			0: 'Planned',
			1: 'Open',
			2: 'Being prepared',
			3: 'On the road',
			4: 'At the group',
			5: 'Distribution',
			6: 'Archived',
			X: 'Cancelled',
		},
		next: {
			tOuv: 'opens',
			tClo: 'closes',
			tExp: 'truck leaves',
			tLiv: 'reaches the group',
			tDis: 'distribution',
			tArc: 'archived',
		},
		sentence: (verb: string, moment: string, relative: string) =>
			relative === '' ? `${verb} ${moment}` : `${verb} ${moment}, ${relative}`,
	},
});
