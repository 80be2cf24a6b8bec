import type { Key, Projection } from '@navette/model';
import { type Card, type Contact, visibleContact } from './card.ts';
import type { Chat, ChatItem } from './chat.ts';
import { parseProductCode } from './codes.ts';
import type { Delivery } from './delivery.ts';
import type { ConsumersDirectory, ProducersDirectory } from './directories.ts';
import { type AccessFacts, areLinked, type Holder } from './holder.ts';
import type { GroupOrder } from './orders.ts';
import type { DeliveryCatalogue, GeneralCatalogue } from './product.ts';

/** A projection from data the store vouches for. Equal names mean equal answers. */
export const projection = <T>(name: string, apply: (data: T, key: Key) => unknown): Projection => ({
	name,
	apply: (data, key) => apply(data as T, key),
});

/** BCG without who holds which package. */
export const anonymousPackages: Projection = projection<GroupOrder>('BCG.anonymous', (order) => ({
	...order,
	lignes: Object.fromEntries(
		Object.entries(order.lignes).map(([code, line]) => [
			code,
			line.paq ? { ...line, paq: line.paq.map((one) => ({ ...one, co: null, par: '-' })) } : line,
		]),
	),
}));

/** LIVRG with the stop of one group only: the others' addresses are not its business. */
export const ownStop = (gc: string): Projection =>
	projection<Delivery>(`LIVRG.group:${gc}`, (delivery) => {
		const stop = delivery.pts[gc];
		const { parite, parti } = delivery.dits ?? {};
		const dits = {
			...(parite?.gcs.includes(gc) ? { parite: { t: parite.t, gcs: [gc] } } : {}),
			...(parti === undefined ? {} : { parti }),
		};
		const foreign = (champ: string) => champ.startsWith('pts.') && !champ.startsWith(`pts.${gc}.`);
		return {
			...delivery,
			pts: stop ? { [gc]: stop } : {},
			...(delivery.dits ? { dits } : {}),
			hist: delivery.hist.filter((one) => !foreign(one.champ)),
		};
	});

const NO_CONTACT: Contact = { tels: [], mails: [] };

const initialsOnly = (carte: Card): Card => ({ nom: carte.init, init: carte.init });

type ConsumerEntry = ConsumersDirectory['cos'][string];

const mapValues = <T, U>(map: Readonly<Record<string, T>>, to: (value: T, key: string) => U) =>
	Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value, key)]));

const anonymousEntry = ({ carte }: ConsumerEntry): ConsumerEntry => ({
	carte: initialsOnly(carte),
	contact: NO_CONTACT,
	conf: {},
	st: 0,
});

/** Neighbours see who left, not whose orders are blocked. */
const neighbourEntry = (entry: ConsumerEntry): ConsumerEntry => ({
	carte: entry.carte,
	contact: visibleContact(entry.contact, entry.conf, 0),
	conf: {},
	st: entry.st === 9 ? 9 : 0,
});

const animatedEntry = (entry: ConsumerEntry): ConsumerEntry => ({
	...entry,
	contact: visibleContact(entry.contact, entry.conf, 1),
	conf: {},
});

/** RC as a consumer of the group sees it: himself whole, the others as they allow. */
export const consumersForConsumer = (gc: string, co: string): Projection =>
	projection<ConsumersDirectory>(`RC.consumer:${gc}.${co}`, ({ g, cos }) => ({
		g,
		cos: mapValues(cos, (entry, code) => (code === co ? entry : neighbourEntry(entry))),
	}));

/** RC as the animators of the group see it. */
export const consumersForAnimator: Projection = projection<ConsumersDirectory>(
	'RC.animator',
	({ g, cos }) => ({ g, cos: mapValues(cos, animatedEntry) }),
);

const EMPTY_CONSUMERS: ConsumersDirectory = { g: NO_CONTACT, cos: {} };
const linkedGroups = (facts: AccessFacts, gp: string) =>
	(facts.groupsOf[gp] ?? []).toSorted().join(',');

/** RC as a groupement sees those of its linked groups: contact of the group, initials. */
export const consumersForGroupement = (gp: string, facts: AccessFacts): Projection =>
	projection<ConsumersDirectory>(
		`RC.groupement:${gp}:${linkedGroups(facts, gp)}`,
		({ g, cos }, key) =>
			areLinked(facts, key.gc ?? '', gp)
				? { g, cos: mapValues(cos, anonymousEntry) }
				: EMPTY_CONSUMERS,
	);

/** RC as a producer sees those of the groups it delivers: initials only where allowed. */
export const consumersForProducer = (gp: string, facts: AccessFacts): Projection =>
	projection<ConsumersDirectory>(
		`RC.producer:${gp}:${linkedGroups(facts, gp)}:${facts.detailGroups.toSorted().join(',')}`,
		({ g, cos }, key) => {
			const gc = key.gc ?? '';
			if (!areLinked(facts, gc, gp)) return EMPTY_CONSUMERS;
			return { g, cos: facts.detailGroups.includes(gc) ? mapValues(cos, anonymousEntry) : {} };
		},
	);

/** How to call or write, without where. */
export const reduced = ({ tels, mails }: Contact): Contact => ({ tels, mails });

const producersAt = (
	{ g, prs }: ProducersDirectory,
	contact: Contact,
	level: (pr: string) => 0 | 1 | 2 | undefined,
): ProducersDirectory => ({
	g: contact === g ? g : contact,
	prs: mapValues(prs, (entry, pr) => {
		const at = level(pr);
		return {
			...entry,
			contact: at === undefined ? NO_CONTACT : visibleContact(entry.contact, entry.conf, at),
			conf: at === 2 ? entry.conf : {},
		};
	}),
});

/** RP as somebody of a group sees it: producers' cards; contacts where the group is linked. */
export const producersForGroup = (
	holder: Extract<Holder, { gc: string }>,
	facts: AccessFacts,
): Projection => {
	const linked = Object.keys(facts.groupsOf).filter((gp) => areLinked(facts, holder.gc, gp));
	return projection<ProducersDirectory>(
		`RP.${holder.role}:${linked.toSorted().join(',')}`,
		(directory, key) => {
			const isLinked = linked.includes(key.gp ?? '');
			const contact = isLinked ? reduced(directory.g) : NO_CONTACT;
			const level = isLinked && holder.role === 'GC' ? 0 : undefined;
			return producersAt(directory, contact, () => level);
		},
	);
};

/** RP as a groupement or one of its producers sees it; of another groupement, only cards. */
export const producersForGroupement = (holder: Extract<Holder, { gp: string }>): Projection => {
	const own = holder.role === 'PR' ? holder.pr : '';
	return projection<ProducersDirectory>(
		`RP.${holder.role}:${holder.gp}.${own}`,
		(directory, key) => {
			if (key.gp !== holder.gp) return producersAt(directory, NO_CONTACT, () => undefined);
			const level = (pr: string) => (holder.role === 'GP' ? 1 : pr === own ? 2 : 0);
			return producersAt(directory, directory.g, level);
		},
	);
};

/** Code of a holder as the author of a chat item. */
export const chatCode = (holder: Exclude<Holder, { role: 'ADM' }>): string => {
	if (holder.role === 'CO') return `${holder.gc}.${holder.co}`;
	if (holder.role === 'PR') return `${holder.gp}.${holder.pr}`;
	return holder.role === 'GC' ? holder.gc : holder.gp;
};

const chatOf = (chat: Chat, shows: (item: ChatItem) => boolean): Chat => ({
	...chat,
	items: chat.items.filter(shows),
});

/** A chat as a reader sees it: what is published, and what he wrote himself. */
export const chatForReader = (holder: Exclude<Holder, { role: 'ADM' }>): Projection => {
	const code = chatCode(holder);
	return projection<Chat>(`CHAT.reader:${holder.role}/${code}`, (chat) =>
		chatOf(
			chat,
			({ mod, aut }) => mod === 'pub' || (aut.role === holder.role && aut.code === code),
		),
	);
};

/** A chat as somebody sees it who may only propose: what he wrote himself. */
export const chatForProposer = (holder: Exclude<Holder, { role: 'ADM' }>): Projection => {
	const code = chatCode(holder);
	return projection<Chat>(`CHAT.proposer:${holder.role}/${code}`, (chat) =>
		chatOf({ ...chat, n: 0 }, ({ aut }) => aut.role === holder.role && aut.code === code),
	);
};

const isOf = (pr: string) => (code: string) => parseProductCode(code)?.pr === pr;

const keepKeys = <T>(map: Readonly<Record<string, T>>, keeps: (key: string) => boolean) =>
	Object.fromEntries(Object.entries(map).filter(([key]) => keeps(key)));

/** CATG with the products of one producer. */
export const ownProducts = (pr: string): Projection =>
	projection<GeneralCatalogue>(`CATG.producer:${pr}`, ({ prods }) => ({
		prods: keepKeys(prods, isOf(pr)),
	}));

/** CATL with the products of one producer. */
export const ownCatalogueLines = (pr: string): Projection =>
	projection<DeliveryCatalogue>(`CATL.producer:${pr}`, (catalogue) => ({
		...catalogue,
		lignes: keepKeys(catalogue.lignes, isOf(pr)),
	}));
