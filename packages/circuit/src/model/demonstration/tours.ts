import { addDays, type Day } from '@navette/core';
import { defaultArchive } from '../dates.ts';
import type { CalendarEntry, Delivery, Stop } from '../delivery.ts';
import type { Instant } from '../fields.ts';
import { instantOf, localTimeOf } from '../local-time.ts';
import { demonstrationGroupements, demonstrationGroups } from './people.ts';

/** Time zone of the demonstration. */
export const DEMONSTRATION_ZONE = 'Europe/Paris';

const HOUR = 3_600_000;

/** A delivery of the demonstration and the phase it is in at the demonstration's instant. */
export interface Tour {
	readonly gp: 'bocage' | 'agrumes';
	readonly livr: string;
	readonly phase: 0 | 1 | 2 | 3 | 4 | 5;
	readonly delivery: Delivery;
	/** Producers whose products it carries; the others' are not available. */
	readonly producers: readonly string[];
}

interface Plan {
	readonly gp: Tour['gp'];
	readonly phase: Tour['phase'];
	readonly lib: string;
	readonly producers: readonly string[];
	readonly tOuv: Instant;
	readonly tClo: Instant;
	readonly tExp: Instant;
	/** First arrival, and distribution. */
	readonly tLiv: Instant;
	readonly tDis: Instant;
}

const BOCAGE = ['2', '3', '4', '5', '6', '7'];

/** Instants at nice hours around now: `at(5, 20)` is in five days at 20:00, local time. */
const around = (now: Instant) => {
	const today = localTimeOf(now, DEMONSTRATION_ZONE).day;
	return (days: number, hour: number): Instant =>
		instantOf({ day: addDays(today, days), hour, minute: 0 }, DEMONSTRATION_ZONE);
};

const lastHour = (instant: Instant): Instant => instant - (instant % HOUR);

const plansOf = (now: Instant): Plan[] => {
	const at = around(now);
	const unloading = lastHour(now - 2 * HOUR);
	const bocage = { gp: 'bocage', producers: BOCAGE } as const;
	return [
		{
			...bocage,
			phase: 5,
			lib: 'Tournée du mois',
			tOuv: at(-37, 8),
			tClo: at(-23, 20),
			tExp: at(-9, 5),
			tLiv: at(-9, 9),
			tDis: at(-9, 17),
		},
		{
			gp: 'agrumes',
			phase: 4,
			lib: 'Oranges et agrumes',
			producers: ['2'],
			tOuv: at(-26, 8),
			tClo: at(-6, 20),
			tExp: unloading - 11 * HOUR,
			tLiv: unloading,
			tDis: at(1, 18),
		},
		{
			gp: 'agrumes',
			phase: 3,
			lib: 'Avocats, fruits et huile',
			producers: ['3'],
			tOuv: at(-24, 8),
			tClo: at(-4, 20),
			tExp: lastHour(now - 4 * HOUR),
			tLiv: at(2, 10),
			tDis: at(2, 18),
		},
		{
			gp: 'agrumes',
			phase: 2,
			lib: 'Café, épicerie et fumaisons',
			producers: ['4'],
			tOuv: at(-20, 8),
			tClo: at(-1, 20),
			tExp: at(3, 6),
			tLiv: at(3, 16),
			tDis: at(4, 18),
		},
		{
			...bocage,
			phase: 1,
			lib: 'Tournée du mois',
			tOuv: at(-9, 8),
			tClo: at(5, 20),
			tExp: at(19, 5),
			tLiv: at(19, 9),
			tDis: at(19, 17),
		},
		{
			...bocage,
			phase: 0,
			lib: 'Tournée du mois prochain',
			tOuv: at(19, 20),
			tClo: at(33, 20),
			tExp: at(47, 5),
			tLiv: at(47, 9),
			tDis: at(47, 17),
		},
	];
};

const codeOf = (instant: Instant): string => String(localTimeOf(instant, DEMONSTRATION_ZONE).day);

const stopsOf = ({ gp, tLiv, tDis }: Plan): Record<string, Stop> => {
	const served: readonly string[] =
		demonstrationGroupements.find((one) => one.gp === gp)?.groups ?? [];
	const groups = demonstrationGroups.filter(({ gc }) => served.includes(gc));
	return Object.fromEntries(
		groups.map(({ gc, place }, index): [string, Stop] => [
			gc,
			{
				tLiv: tLiv + (index * HOUR) / 2,
				adrL: place,
				tDis,
				finDis: tDis + 2 * HOUR,
				adrD: place,
				ordre: index + 1,
				cam: 'A',
			},
		]),
	);
};

/** The six deliveries of the demonstration, one in each phase 0–5 at `now`. */
export const demonstrationTours = (now: Instant): Tour[] =>
	plansOf(now).map((plan) => {
		const { gp, phase, producers, lib, tOuv, tClo, tExp } = plan;
		const pts = stopsOf(plan);
		const tArc = defaultArchive(tExp, Object.values(pts));
		const delivery: Delivery = { lib, tOuv, tClo, tExp, tArc, pts, hist: [] };
		return { gp, livr: codeOf(plan.tLiv), phase, delivery, producers };
	});

const announced = (gp: Tour['gp'], now: Instant, days: number, lib: string): CalendarEntry => {
	const at = around(now);
	const day: Day = localTimeOf(at(days, 9), DEMONSTRATION_ZONE).day;
	return {
		livr: String(day),
		lib,
		tOuv: at(days - 28, 20),
		tClo: at(days - 14, 20),
		tExp: at(days, 5),
		tArc: at(days + 30, 5),
		gcs: [...(demonstrationGroupements.find((one) => one.gp === gp)?.groups ?? [])].toSorted(),
		det: false,
	};
};

/** Deliveries announced only: monthly for bocage, every two months for agrumes. */
export const announcedDeliveries = (now: Instant): Record<Tour['gp'], CalendarEntry[]> => ({
	bocage: [75, 103, 131].map((days) => announced('bocage', now, days, 'Tournée du mois')),
	agrumes: [63, 124].map((days) => announced('agrumes', now, days, 'Campagne d’agrumes')),
});
