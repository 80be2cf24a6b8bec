import { defineMessages } from '@navette/ui';

/** Names of the alerts of orders, short enough for a chip. */
export const alertWords = defineMessages({
	fr: {
		QMAX: 'Quantité élevée',
		FRUSTR: 'Moins que commandé',
		PAQ: 'Paquets à revoir',
		PARITE: 'Demies à compléter',
		REPART: 'À répartir',
		EXCES: 'Reçu en trop',
		PERTE: 'Manque à l’arrivée',
		PAQE: 'Paquets du producteur',
		PAQR: 'Paquets reçus',
		NONDECL: 'Non déclaré',
		NONCMD: 'Non commandé',
		ORPH: 'Paquets sans panier',
		PRIX: 'Prix changé',
	},
	en: {
		QMAX: 'High quantity',
		FRUSTR: 'Less than ordered',
		PAQ: 'Packages to check',
		PARITE: 'Halves to complete',
		REPART: 'To share out',
		EXCES: 'Received too much',
		PERTE: 'Missing on arrival',
		PAQE: 'Producer’s packages',
		PAQR: 'Packages received',
		NONDECL: 'Not declared',
		NONCMD: 'Not ordered',
		ORPH: 'Packages without basket',
		PRIX: 'Price changed',
	},
});
