import type { NewsOffer, NewsOfferThread } from '@navette/client';

/** What offers of news need to know of a role. */
export interface NewsOfferFacts {
	readonly usage: string;
	readonly gc?: string;
	readonly co?: string;
	readonly pr?: string;
	/** Groupements of the role: its own, or those of its group. */
	readonly gps: readonly string[];
	/** Deliveries in which a consumer may have an order, or that a groupement is at work on: `[gp, livr]`. */
	readonly followed: readonly (readonly [gp: string, livr: string])[];
	/** Name of a group or groupement. */
	readonly nameOf: (code: string) => string;
}

type Words = Pick<NewsOfferThread, 'sentence' | 'discreet'>;

const inChat = (name: string): Words => ({
	sentence: {
		fr: `Du nouveau dans la discussion de ${name}.`,
		en: `Something new in the chat of ${name}.`,
	},
	discreet: { fr: 'Du nouveau dans une discussion.', en: 'Something new in a chat.' },
});

const inDeliveryChat = (name: string): Words => ({
	sentence: {
		fr: `Du nouveau à propos d’une livraison de ${name}.`,
		en: `Something new about a delivery of ${name}.`,
	},
	discreet: {
		fr: 'Du nouveau à propos d’une livraison.',
		en: 'Something new about a delivery.',
	},
});

const ORDER_CHANGED: Words = {
	sentence: { fr: 'Votre commande a été modifiée.', en: 'Your order was changed.' },
	discreet: { fr: 'Il y a du nouveau.', en: 'There is something new.' },
};

const groupChat = (gc: string, facts: NewsOfferFacts): NewsOffer => ({
	id: 'group-chat',
	title: { fr: 'Discussion du groupe', en: 'Chat of the group' },
	note:
		facts.usage === 'GC'
			? {
					fr: 'Quand quelqu’un écrit, ou qu’un message attend votre accord.',
					en: 'When somebody writes, or a message waits for your approval.',
				}
			: { fr: 'Quand quelqu’un écrit à tout le groupe.', en: 'When somebody writes to the group.' },
	isUsual: true,
	threads: [{ path: `CHCO/${gc}`, types: ['CHCO'], ...inChat(facts.nameOf(gc)), page: 'chat' }],
});

const deliveryChats = (
	facts: NewsOfferFacts,
	types: readonly string[],
	gc: string | undefined,
): NewsOffer => ({
	id: 'delivery-chats',
	title: { fr: 'Livraisons', en: 'Deliveries' },
	note: {
		fr: 'Quand il y a un message sur une livraison : retard, lieu, partage.',
		en: 'When there is a message about a delivery: delay, place, sharing out.',
	},
	isUsual: true,
	threads: facts.gps.map((gp) => ({
		...{ path: `CHL/${gp}`, types, page: '' },
		...(gc === undefined ? {} : { filters: { CHD: { gc } } }),
		...inDeliveryChat(facts.nameOf(gp)),
	})),
});

const ownOrder = (gc: string, co: string, { followed }: NewsOfferFacts): NewsOffer => ({
	id: 'own-order',
	title: { fr: 'Ma commande', en: 'My order' },
	note: {
		fr: 'Quand une autre personne la modifie : famille, voisin, animateur.',
		en: 'When another person changes it: family, neighbour, animator.',
	},
	isUsual: true,
	threads: followed.map(([gp, livr]) => ({
		...{ path: `CMDC/${gc}.${gp}.${livr}`, types: ['BCC'], filters: { BCC: { co } } },
		...{ ...ORDER_CHANGED, page: `deliveries/${gp}/${livr}` },
	})),
});

const producersChat = (facts: NewsOfferFacts): NewsOffer => ({
	id: 'producers-chat',
	title: { fr: 'Discussion des producteurs', en: 'Chat of the producers' },
	note:
		facts.usage === 'GP'
			? {
					fr: 'Quand quelqu’un écrit, ou qu’un message attend votre accord.',
					en: 'When somebody writes, or a message waits for your approval.',
				}
			: {
					fr: 'Quand quelqu’un écrit au groupement.',
					en: 'When somebody writes to the groupement.',
				},
	isUsual: true,
	threads: facts.gps.map((gp) => ({
		...{ path: `CHPR/${gp}`, types: ['CHPR'], page: 'chat' },
		...inChat(facts.nameOf(gp)),
	})),
});

const DELIVERY_MOVED: Words = {
	sentence: { fr: 'Une livraison avance.', en: 'A delivery moves on.' },
	discreet: { fr: 'Il y a du nouveau.', en: 'There is something new.' },
};

const MOMENT_NOTES: Readonly<Record<string, NewsOffer['note']>> = {
	GC: {
		fr: 'Un jour avant la clôture s’il manque des demies, et quand le camion part.',
		en: 'A day before the closing if halves are missing, and when the truck leaves.',
	},
	GP: {
		fr: 'Deux fois par jour au plus, quand des commandes ont changé ; et si un catalogue n’est pas approuvé.',
		en: 'At most twice a day, when orders changed; and when a catalogue is not approved.',
	},
	PR: {
		fr: 'Quand les commandes sont closes : votre liste est définitive.',
		en: 'When orders are closed: your list is final.',
	},
};

/** What time alone brings in the life of deliveries. */
const moments = ({ usage, gps }: NewsOfferFacts): NewsOffer => ({
	id: 'moments',
	title: { fr: 'Étapes des livraisons', en: 'Stages of deliveries' },
	note: MOMENT_NOTES[usage] ?? { fr: '', en: '' },
	isUsual: true,
	threads: gps.map((gp) => ({
		...{ path: `CALGP/${gp}`, types: ['LIVRG'], page: '' },
		...DELIVERY_MOVED,
	})),
});

const PROPOSED: Words = {
	sentence: { fr: 'Du nouveau sur un prix proposé.', en: 'Something new about a proposed price.' },
	discreet: { fr: 'Il y a du nouveau.', en: 'There is something new.' },
};

/** Conditions that producers propose, and what becomes of them. */
const proposals = (paths: readonly string[], note: NewsOffer['note'], page: string): NewsOffer => ({
	id: 'price-proposals',
	title: { fr: 'Prix proposés', en: 'Proposed prices' },
	...{ note, isUsual: true },
	threads: paths.map((path) => ({ path, types: ['PROP'], page, ...PROPOSED })),
});

/** What groups found when they unloaded. */
const receptions = (threads: readonly Pick<NewsOfferThread, 'path' | 'types'>[]): NewsOffer => ({
	id: 'receptions',
	title: { fr: 'Arrivées', en: 'Arrivals' },
	note: {
		fr: 'Quand il manque quelque chose à l’arrivée, et quand un groupe a tout réparti.',
		en: 'When something is missing on arrival, and when a group has shared everything out.',
	},
	isUsual: true,
	threads: threads.map((one) => ({ ...one, page: '', ...DELIVERY_MOVED })),
});

/** What a role may be told of when the application is closed (§11). */
export const newsOffers = (facts: NewsOfferFacts): readonly NewsOffer[] => {
	const { usage, gc, co } = facts;
	if (usage === 'CO' && gc !== undefined && co !== undefined)
		return [
			groupChat(gc, facts),
			deliveryChats(facts, ['CHL', 'CHD'], gc),
			ownOrder(gc, co, facts),
		];
	if (usage === 'GC' && gc !== undefined)
		return [groupChat(gc, facts), deliveryChats(facts, ['CHL', 'CHD'], gc), moments(facts)];
	if (usage === 'GP')
		return [
			producersChat(facts),
			proposals(
				facts.gps.map((gp) => `CHPR/${gp}`),
				{
					fr: 'Quand un producteur propose un changement de prix.',
					en: 'When a producer proposes a change of price.',
				},
				'catalogue/proposals',
			),
			deliveryChats(facts, ['CHL', 'CHD'], undefined),
			moments(facts),
			receptions(
				facts.followed.map(([gp, livr]) => ({
					...{ path: `CMDGP/${gp}.${livr}`, types: ['BCG', 'CHD'] },
				})),
			),
		];
	if (usage === 'PR')
		return [
			producersChat(facts),
			proposals(
				facts.pr === undefined ? [] : facts.gps.map((gp) => `CMDPR/${gp}.${facts.pr}`),
				{
					fr: 'Quand le groupement répond à un prix que vous proposez.',
					en: 'When the groupement answers a price you propose.',
				},
				'products',
			),
			{ ...deliveryChats(facts, ['CHL'], undefined), urgentOnly: true },
			moments(facts),
			receptions(
				facts.gps.flatMap((gp) =>
					facts.pr === undefined ? [] : [{ path: `CMDPR/${gp}.${facts.pr}`, types: ['CART'] }],
				),
			),
		];
	return [];
};
