import type { Delivery, DeliveryCatalogue, Instant } from '../../model/index.ts';

/** A change that consumers do not follow by news: an animator writes about it. */
export type ChangeToTell =
	| {
			readonly kind: 'date';
			/** Field, or `pts.<gc>.<field>`. */
			readonly field: string;
			readonly before: string | number | null;
			readonly after: string | number | null;
	  }
	| {
			readonly kind: 'price';
			readonly code: string;
			readonly label: string;
			/** Cents. */
			readonly before: number;
			readonly after: number;
	  };

/**
 * What changed in a delivery since an instant, the last state of each: what "compose from changes"
 * begins a message with.
 */
export const changesToTell = (
	delivery: Pick<Delivery, 'hist'>,
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
	since: Instant,
): ChangeToTell[] => {
	const dates = new Map<string, Extract<ChangeToTell, { kind: 'date' }>>();
	for (const { t, champ, av, ap } of delivery.hist)
		if (t >= since)
			dates.set(champ, {
				...{ kind: 'date', field: champ, after: ap },
				before: dates.get(champ)?.before ?? av,
			});
	const prices = Object.entries(catalogue.lignes).flatMap(
		([code, { perm, chg }]): ChangeToTell[] => {
			const recent = chg.filter(({ t }) => t >= since);
			const [before, after] = [recent[0]?.av.pu, recent.at(-1)?.ap.pu];
			return before === undefined || after === undefined || before === after
				? []
				: [{ kind: 'price', code, label: perm.lib, before, after }];
		},
	);
	return [...[...dates.values()].filter(({ before, after }) => before !== after), ...prices];
};
