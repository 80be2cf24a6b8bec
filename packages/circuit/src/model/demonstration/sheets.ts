import type { Card, Confidentiality, Contact } from '../card.ts';
import type { Instant } from '../fields.ts';
import type { ConsumerSheet, GroupementSheet, GroupSheet, ProducerSheet } from '../sheets.ts';
import type { Chance } from './chance.ts';
import {
	demonstrationConsumers,
	demonstrationGroupements,
	demonstrationGroups,
	demonstrationProducers,
} from './people.ts';
import { DEMONSTRATION_ZONE } from './tours.ts';

const DAY = 86_400_000;

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replaceAll(/\p{Diacritic}/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z]+/g, '-');

/** A number of the ranges that the French regulator keeps for fiction. */
const telephone = (chance: Chance, kind: 'mobile' | 'fixe'): string => {
	const two = () => String(chance.integer(0, 99)).padStart(2, '0');
	return kind === 'mobile' ? `06 39 98 ${two()} ${two()}` : `02 61 91 ${two()} ${two()}`;
};

const sheetOf = (carte: Card, contact: Contact, conf: Confidentiality = {}) => ({
	carte,
	contact,
	conf,
	acces: [],
});

type Link = 'demande' | 'actif';
const linksOf = (gc: string, now: Instant) =>
	demonstrationGroupements.map(({ gp, groups }) => {
		const isActive = (groups as readonly string[]).includes(gc);
		const st: Link = isActive ? 'actif' : 'demande';
		return { gp, gc, st, t: now - (isActive ? 400 : 3) * DAY };
	});

/** FGC of the three groups, by `gc`. The group `tilleuls` has asked for a link with `agrumes`. */
export const groupSheets = (chance: Chance, now: Instant): Record<string, GroupSheet> =>
	Object.fromEntries(
		demonstrationGroups.map(({ gc, nom, init, lieu, place, avance, detPr }) => {
			const contact = {
				tels: [{ lab: 'permanence', num: telephone(chance, 'mobile') }],
				mails: [`contact@${gc}.example`],
				adr: place,
			};
			const par = { avance, tolG: 50, tolPct: 5, detPr, langue: 'fr' as const };
			const gps = linksOf(gc, now).map(({ gp, st, t }) => ({ gp, st, t }));
			const carte = { nom, init, lieu };
			return [gc, { ...sheetOf(carte, contact), gps, par, tz: DEMONSTRATION_ZONE, st: 'actif' }];
		}),
	);

/** FGP of the two groupements, by `gp`: the link asked for is not answered yet. */
export const groupementSheets = (chance: Chance, now: Instant): Record<string, GroupementSheet> =>
	Object.fromEntries(
		demonstrationGroupements.map(({ gp, nom, init, lieu, groups }) => {
			const contact = {
				tels: [{ lab: 'bureau', num: telephone(chance, 'fixe') }],
				mails: [`bonjour@${gp}.example`],
				adr: `Route des Fermes, ${lieu}`,
			};
			const gcs = groups.map((gc) => ({ gc, st: 'actif' as const, t: now - 400 * DAY }));
			const camions = [
				{ nom: 'A', cap: 900_000 },
				{ nom: 'B', cap: 500_000 },
			];
			const par = { archJ: 30, tolPct: 5, catRef: 'livraison' as const, camions };
			const carte = { nom, init, lieu };
			return [gp, { ...sheetOf(carte, contact), gcs, par, tz: DEMONSTRATION_ZONE, st: 'actif' }];
		}),
	);

/** FPR of the nine producers. */
export const producerSheets = (
	chance: Chance,
): { gp: string; pr: string; sheet: ProducerSheet }[] =>
	demonstrationProducers.map(({ gp, pr, nom, init, rayons }) => {
		const contact = {
			tels: [{ lab: 'ferme', num: telephone(chance, 'fixe') }],
			mails: [`${plain(nom)}@fermes.example`],
		};
		const sheet = sheetOf({ nom, init }, contact);
		return { gp, pr, sheet: { ...sheet, rayons: [...rayons], st: 'actif' } };
	});

const groupItself = (nom: string, gc: string): ConsumerSheet => ({
	...sheetOf({ nom, init: 'GR' }, { tels: [], mails: [`contact@${gc}.example`] }),
	st: 0,
	pref: { rappels: false, langue: 'fr' },
});

const consumerSheet = (chance: Chance, gc: string, index: number): ConsumerSheet => {
	const [first, last] = demonstrationConsumers[index] ?? ['Ada', 'Sansnom'];
	const contact: Contact = {
		tels: [{ lab: 'portable', num: telephone(chance, 'mobile') }],
		mails: [`${plain(first)}.${plain(last)}@${gc}.example`],
	};
	// Some keep their telephone for the animators, a few for themselves; mails stay reachable.
	const level = chance.pick([0, 0, 0, 1, 1, 2] as const);
	const conf: Confidentiality = level === 0 ? {} : { tels: level };
	const init = `${first.slice(0, 1)}${last.slice(0, 1)}`
		.normalize('NFD')
		.replaceAll(/\p{Mn}/gu, '');
	const isBlocked = index === 13;
	return {
		...sheetOf({ nom: `${first} ${last}`, init }, contact, conf),
		st: isBlocked ? 1 : 0,
		...(isBlocked ? { raison: 'Trois paniers non retirés' } : {}),
		pref: { rappels: chance.percent(70), langue: 'fr' },
	};
};

/** FCO of each group, by `gc` then `co`: the group itself is 1, its fifteen people 2–16. */
export const consumerSheets = (chance: Chance): Record<string, Record<string, ConsumerSheet>> =>
	Object.fromEntries(
		demonstrationGroups.map(({ gc, nom }, group) => {
			const people = Array.from({ length: 15 }, (_, i): [string, ConsumerSheet] => [
				String(i + 2),
				consumerSheet(chance, gc, group * 15 + i),
			]);
			return [gc, Object.fromEntries([['1', groupItself(nom, gc)], ...people])];
		}),
	);
