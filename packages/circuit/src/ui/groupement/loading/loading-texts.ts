import { defineMessages, plural } from '@navette/ui';

const fr = {
	title: 'Chargement',
	early: 'Les commandes ne sont pas closes',
	earlyWhy: 'Les cartons se remplissent après la clôture. Voici ce que les commandes pèsent déjà.',
	states: { 0: 'Vide', 1: 'En cours', 2: 'Prêt', 3: 'Chargé' },
	stateOf: (producer: string, group: string) => `${producer} pour ${group}`,
	truck: (name: string) => `Camion ${name}`,
	noTruck: 'Sans camion',
	noTruckWhy: 'Donnez un camion à ces arrêts sur l’écran de la livraison.',
	load: (weight: string, capacity: string) => `${weight} sur ${capacity}`,
	over: (weight: string) => `Surcharge de ${weight}`,
	storage: { S: 'Sec', F: 'Frais', G: 'Surgelé' },
	weights: 'Poids par température',
	order: 'Dernier arrêt d’abord : il se charge au fond.',
	rank: (n: number) => `arrêt n° ${n}`,
	waiting: (n: number) =>
		n === 0
			? 'Tout est chargé'
			: `${n} ${plural('fr', n, { one: 'carton à charger', other: 'cartons à charger' })}`,
	boxes: (n: number) => `${n} ${plural('fr', n, { one: 'colis', other: 'colis' })}`,
	noBoxes: 'colis non déclarés',
	allLoaded: (group: string) => `Tout charger pour ${group}`,
	allLoadedShort: 'Tout est chargé',
	set: (what: string, state: string) => `${what} : ${state.toLowerCase()}`,
	pending: 'à envoyer',
	noCartons: 'aucun carton : ce groupe n’a pas commandé',
	left: 'Le camion est parti',
	leftTitle: 'Le camion est parti ?',
	leftWhy:
		'Le départ est daté de maintenant, et les prix sont figés pour de bon. Les groupes le liront dans la discussion.',
	leftWaiting: (n: number) =>
		`Attention : ${n} ${plural('fr', n, { one: 'carton n’est pas dit chargé', other: 'cartons ne sont pas dits chargés' })}.`,
	leftDo: 'Dire le départ',
	leftSaid: 'Départ enregistré',
	keep: 'Pas encore',
	leftAt: (when: string) => `Parti ${when}`,
	leaves: (when: string) => `Départ prévu ${when}`,
	arrived: (when: string) => `arrivé ${when}`,
	arrives: (when: string) => `attendu ${when}`,
	arrivedBy: 'L’arrivée est dite par le groupe, ou par l’heure prévue.',
	refused: 'Ces états n’ont pas été enregistrés :',
	forget: 'Compris',
	unknown: 'inconnu',
	none: 'Aucun arrêt',
	noneWhy: 'Ajoutez des groupes à cette tournée sur l’écran de la livraison.',
};

/** Texts of the loading of a tour. */
export const loadingTexts = defineMessages({
	fr,
	en: {
		title: 'Loading',
		early: 'Orders are not closed',
		earlyWhy: 'Cartons are filled after the closing. Here is what the orders weigh already.',
		states: { 0: 'Empty', 1: 'Begun', 2: 'Ready', 3: 'Loaded' },
		stateOf: (producer, group) => `${producer} for ${group}`,
		truck: (name) => `Truck ${name}`,
		noTruck: 'No truck',
		noTruckWhy: 'Give these stops a truck on the screen of the delivery.',
		load: (weight, capacity) => `${weight} of ${capacity}`,
		over: (weight) => `Overloaded by ${weight}`,
		storage: { S: 'Dry', F: 'Fresh', G: 'Frozen' },
		weights: 'Weight by temperature',
		order: 'Last stop first: it is loaded at the back.',
		rank: (n) => `stop ${n}`,
		waiting: (n) =>
			n === 0
				? 'Everything is loaded'
				: `${n} ${plural('en', n, { one: 'carton to load', other: 'cartons to load' })}`,
		boxes: (n) => `${n} ${plural('en', n, { one: 'box', other: 'boxes' })}`,
		noBoxes: 'boxes not declared',
		allLoaded: (group) => `Load everything for ${group}`,
		allLoadedShort: 'All loaded',
		set: (what, state) => `${what}: ${state.toLowerCase()}`,
		pending: 'to send',
		noCartons: 'no carton: this group has not ordered',
		left: 'The truck has left',
		leftTitle: 'Has the truck left?',
		leftWhy:
			'The departure is dated now, and prices are frozen for good. Groups will read it in the chat.',
		leftWaiting: (n) =>
			`Careful: ${n} ${plural('en', n, { one: 'carton is not said to be loaded', other: 'cartons are not said to be loaded' })}.`,
		leftDo: 'Say that it left',
		leftSaid: 'Departure saved',
		keep: 'Not yet',
		leftAt: (when) => `Left ${when}`,
		leaves: (when) => `Leaves ${when}`,
		arrived: (when) => `arrived ${when}`,
		arrives: (when) => `expected ${when}`,
		arrivedBy: 'Arrival is said by the group, or by the planned hour.',
		refused: 'These states were not saved:',
		forget: 'Understood',
		unknown: 'unknown',
		none: 'No stop',
		noneWhy: 'Add groups to this tour on the screen of the delivery.',
	},
});
