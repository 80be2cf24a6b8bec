import {
	type Carton,
	type Delivery,
	type Instant,
	type NextDate,
	type Phase,
	phaseOf,
} from '../../model/index.ts';

interface Keyed<Data> {
	readonly key: Readonly<Record<string, string>>;
	readonly data: Data;
}

/** A delivery as a producer sees it before opening it. */
export interface ProducerDelivery {
	readonly gp: string;
	readonly livr: string;
	readonly label?: string;
	readonly phase: Phase;
	readonly next?: NextDate;
	/** Orders are closed: the figures do not change any more. */
	readonly isFinal: boolean;
	/** Groups that ordered something of his. */
	readonly groups: number;
	readonly references: number;
	/** Gross grams and cents, at nominal weights. */
	readonly weight: number;
	readonly price: number;
	/** Cartons by state: 0 empty, 1 in progress, 2 ready, 3 loaded. */
	readonly states: readonly [number, number, number, number];
	/** Alert bits of his cartons. */
	readonly alerts: number;
	readonly cancelled?: string;
}

/** What a producer does with a delivery, in the order in which it concerns him. */
export const PRODUCER_COLUMNS = ['prepare', 'open', 'left', 'planned', 'past'] as const;
export type ProducerColumn = (typeof PRODUCER_COLUMNS)[number];

const columnOf = (phase: Phase): ProducerColumn => {
	switch (phase) {
		case 0:
			return 'planned';
		case 1:
			return 'open';
		case 2:
			return 'prepare';
		case 3:
			return 'left';
		default:
			return 'past';
	}
};

const nextOf = (delivery: Delivery, now: Instant): NextDate | undefined =>
	delivery.ann
		? undefined
		: (
				[
					{ date: 'tOuv', at: delivery.tOuv },
					{ date: 'tClo', at: delivery.tClo },
					{ date: 'tExp', at: delivery.tExp },
					{ date: 'tArc', at: delivery.tArc },
				] as const
			).find(({ at }) => at > now);

const deliveryOf = (
	{ key, data }: Keyed<Delivery>,
	cartons: readonly Carton[],
	now: Instant,
): ProducerDelivery => {
	const phase = phaseOf(data, now);
	const next = nextOf(data, now);
	const states: [number, number, number, number] = [0, 0, 0, 0];
	for (const { etat } of cartons) states[etat as 0 | 1 | 2 | 3] += 1;
	const numbers = new Set(cartons.flatMap(({ lignes }) => Object.keys(lignes)));
	return {
		...{ gp: key.gp ?? '', livr: key.livr ?? '', phase, states },
		...(data.lib === undefined ? {} : { label: data.lib }),
		...(next ? { next } : {}),
		...(data.ann ? { cancelled: data.ann.raison } : {}),
		isFinal: phase !== 0 && phase !== 1,
		groups: cartons.length,
		references: numbers.size,
		weight: cartons.reduce((sum, { tot }) => sum + tot.pb, 0),
		price: cartons.reduce((sum, { tot }) => sum + tot.px, 0),
		alerts: cartons.reduce((bits, { tot }) => bits | tot.al, 0),
	};
};

/** The deliveries of a producer's groupement with his part, by column; the past latest first. */
export const producerDeliveries = (
	deliveries: Iterable<Keyed<Delivery>>,
	cartons: Iterable<Keyed<Carton>>,
	now: Instant,
): Record<ProducerColumn, ProducerDelivery[]> => {
	const columns: Record<ProducerColumn, ProducerDelivery[]> = {
		...{ prepare: [], open: [], left: [], planned: [], past: [] },
	};
	const all = [...cartons];
	for (const one of [...deliveries].sort((a, b) =>
		(a.key.livr ?? '').localeCompare(b.key.livr ?? ''),
	)) {
		const own = all.filter(({ key }) => key.livr === one.key.livr).map(({ data }) => data);
		const made = deliveryOf(one, own, now);
		columns[columnOf(made.phase)].push(made);
	}
	columns.past.reverse();
	return columns;
};

/** The cartons of one delivery, by group. */
export const cartonsByGroup = (
	cartons: Iterable<Keyed<Carton>>,
	livr: string,
): Record<string, Carton> =>
	Object.fromEntries(
		[...cartons]
			.filter(({ key }) => key.livr === livr)
			.map(({ key, data }) => [key.gc ?? '', data]),
	);
