import type { Delivery, Truck } from '../../model/index.ts';

/** What one truck carries in a tour. */
export interface TruckLoad {
	/** Empty for stops that name none. */
	readonly name: string;
	readonly stops: number;
	/** Gross grams of the groups' orders. */
	readonly weight: number;
	/** Grams; absent when nobody said it. */
	readonly capacity?: number;
	readonly isOver: boolean;
}

/** The trucks of a tour and those of the groupement, by name. `weightOf`: gross grams of a group's order. */
export const truckLoads = (
	{ pts }: Pick<Delivery, 'pts'>,
	trucks: readonly Truck[],
	weightOf: (gc: string) => number,
): TruckLoad[] => {
	const loads = new Map(trucks.map(({ nom }) => [nom, { stops: 0, weight: 0 }]));
	for (const [gc, { cam = '', retire }] of Object.entries(pts)) {
		if (retire !== undefined) continue;
		const load = loads.get(cam) ?? { stops: 0, weight: 0 };
		loads.set(cam, { stops: load.stops + 1, weight: load.weight + weightOf(gc) });
	}
	return [...loads]
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([name, load]) => {
			const capacity = trucks.find((one) => one.nom === name)?.cap;
			const isOver = capacity !== undefined && load.weight > capacity;
			return { name, ...load, isOver, ...(capacity === undefined ? {} : { capacity }) };
		});
};
