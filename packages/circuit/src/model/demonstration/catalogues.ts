import { addDays } from '@navette/core';
import { deliveryDay } from '../codes.ts';
import { amendCatalogue, calculateCatalogue } from '../delivery-catalogue.ts';
import type { Instant } from '../fields.ts';
import { localTimeOf } from '../local-time.ts';
import type { Conditions, DeliveryCatalogue, GeneralCatalogue, Product } from '../product.ts';
import { demonstrationProducts } from './products.ts';
import { DEMONSTRATION_ZONE, type Tour } from './tours.ts';

const DAY = 86_400_000;
const YEAR = 365;

/** A price about 4 % lower, at a round ten cents. */
const formerPrice = (pu: number): number => Math.floor((pu * 96) / 1_000) * 10;

/** CATG of the groupements: every third product has an older price, every seventh a coming one. */
export const generalCatalogues = (now: Instant): Record<string, GeneralCatalogue> => {
	const today = localTimeOf(now, DEMONSTRATION_ZONE).day;
	const catalogues: Record<string, GeneralCatalogue> = {};
	const numbers: Record<string, number> = {};
	for (const [index, one] of demonstrationProducts.entries()) {
		const { gp, pr, perm, pu, pn, pb, qmax } = one;
		const number = (numbers[`${gp}.${pr}`] ?? 0) + 1;
		numbers[`${gp}.${pr}`] = number;
		const base: Conditions = {
			d: addDays(today, -YEAR),
			dispo: 3,
			pu,
			pn,
			pb,
			...(qmax === undefined ? {} : { qmax }),
		};
		const former = { ...base, pu: formerPrice(pu) };
		const cv: Conditions[] = [
			...(index % 3 === 0 ? [former, { ...base, d: addDays(today, -80) }] : [base]),
			...(index % 7 === 0 ? [{ ...base, d: addDays(today, 60), pu: pu + 20 }] : []),
		];
		const product: Product = { ...perm, cree: now - YEAR * DAY, cv };
		const catalogue = catalogues[gp] ?? { prods: {} };
		catalogue.prods[`${pr}.${number}`] = product;
		catalogues[gp] = catalogue;
	}
	return catalogues;
};

/** Products of producers who are not of the tour are not available in it. */
const onlyOf = (catalogue: DeliveryCatalogue, tour: Tour): DeliveryCatalogue => ({
	...catalogue,
	lignes: Object.fromEntries(
		Object.entries(catalogue.lignes).map(([code, line]) =>
			tour.producers.includes(code.split('.')[0] ?? '')
				? [code, line]
				: [code, { ...line, act: { ...line.act, dispo: 0 as const }, am: true }],
		),
	),
});

/** The Camembert went up after the opening of the delivery still open. */
const PRICE_RISE = { lib: 'Camembert', pu: 360 };

/** CATL of a tour; approved the day before it opened. */
export const tourCatalogue = (
	tour: Tour,
	general: GeneralCatalogue,
	now: Instant,
): DeliveryCatalogue => {
	const { tOuv } = tour.delivery;
	const day = deliveryDay(tour.livr) ?? localTimeOf(now, DEMONSTRATION_ZONE).day;
	const calculated = calculateCatalogue(general, day, tOuv - 3 * DAY);
	const approved = { ...onlyOf(calculated, tour), valid: tOuv - DAY };
	const code = Object.entries(approved.lignes).find(
		([, line]) => line.perm.lib === PRICE_RISE.lib,
	)?.[0];
	if (tour.phase !== 1 || code === undefined) return approved;
	const amended = amendCatalogue(approved, {
		code,
		change: { pu: PRICE_RISE.pu },
		now: now - 2 * DAY,
		author: `GP/${tour.gp} Solène`,
		delivery: tour.delivery,
	});
	return amended.ok ? amended.value : approved;
};
