import type { Carton, Delivery } from '../../model/index.ts';

/** A carton in the loading plan. */
export interface LoadedCarton {
	readonly pr: string;
	/** 0 empty, 1 in progress, 2 ready, 3 loaded. */
	readonly state: number;
	/** Boxes, and gross grams: those declared, failing that those of the order. */
	readonly boxes: number;
	readonly weight: number;
}

/** What is loaded for one stop. */
export interface LoadingStop {
	readonly gc: string;
	readonly order: number;
	readonly cartons: readonly LoadedCarton[];
	readonly weight: number;
}

/** What one truck carries: the last stop is loaded first. */
export interface LoadingTruck {
	/** Empty when stops name none. */
	readonly truck: string;
	readonly stops: readonly LoadingStop[];
	readonly weight: number;
	/** Gross grams of declared boxes, dry, fresh and frozen. */
	readonly classes: Readonly<Record<'S' | 'F' | 'G', number>>;
	/** Cartons not loaded yet. */
	readonly waiting: number;
}

interface KeyedCarton {
	readonly key: Readonly<Record<string, string>>;
	readonly data: Carton;
}

const cartonOf = ({ key, data }: KeyedCarton): LoadedCarton => {
	const boxes = data.cols ?? [];
	return {
		pr: key.pr ?? '',
		state: data.etat,
		boxes: boxes.reduce((sum, { n }) => sum + n, 0),
		weight: boxes.length > 0 ? boxes.reduce((sum, { n, pb }) => sum + n * pb, 0) : data.tot.pb,
	};
};

const classesOf = (cartons: readonly KeyedCarton[]): LoadingTruck['classes'] => {
	const sums = { S: 0, F: 0, G: 0 };
	for (const { data } of cartons)
		for (const { n, pb, cons } of data.cols ?? []) sums[cons] += n * pb;
	return sums;
};

/** Trucks of a tour with their stops in the order of loading. */
export const loadingPlan = (
	delivery: Pick<Delivery, 'pts'>,
	cartons: readonly KeyedCarton[],
): LoadingTruck[] => {
	const trucks = new Map<string, { stops: LoadingStop[]; cartons: KeyedCarton[] }>();
	for (const [gc, stop] of Object.entries(delivery.pts)) {
		if (stop.retire !== undefined) continue;
		const own = cartons.filter(({ key }) => key.gc === gc);
		const loaded = own.map(cartonOf).toSorted((a, b) => Number(a.pr) - Number(b.pr));
		const weight = loaded.reduce((sum, one) => sum + one.weight, 0);
		const truck = trucks.get(stop.cam ?? '') ?? { stops: [], cartons: [] };
		truck.stops.push({ gc, order: stop.ordre, cartons: loaded, weight });
		truck.cartons.push(...own);
		trucks.set(stop.cam ?? '', truck);
	}
	return [...trucks]
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([truck, { stops, cartons: own }]) => ({
			truck,
			stops: stops.toSorted((a, b) => b.order - a.order),
			weight: stops.reduce((sum, one) => sum + one.weight, 0),
			classes: classesOf(own),
			waiting: own.filter(({ data }) => data.etat < 3).length,
		}));
};
