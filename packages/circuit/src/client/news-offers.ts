import type { NewsOffer, NewsOfferThread } from '@navette/client';

/** What offers of news need to know of a role. */
export interface NewsOfferFacts {
	readonly usage: string;
	readonly gc?: string;
	readonly co?: string;
	/** Groupements of the role: its own, or those of its group. */
	readonly gps: readonly string[];
	/** Deliveries in which a consumer may have an order: `[gp, livr]`. */
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
		return [groupChat(gc, facts), deliveryChats(facts, ['CHL', 'CHD'], gc)];
	if (usage === 'GP')
		return [producersChat(facts), deliveryChats(facts, ['CHL', 'CHD'], undefined)];
	if (usage === 'PR')
		return [
			producersChat(facts),
			{ ...deliveryChats(facts, ['CHL'], undefined), urgentOnly: true },
		];
	return [];
};
