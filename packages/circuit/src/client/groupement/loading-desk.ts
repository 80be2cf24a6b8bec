import type { OutboxEntry } from '@navette/client';
import {
	type Carton,
	type CatalogueLine,
	productCode,
	quantityFigures,
	type Truck,
} from '../../model/index.ts';
import type { LoadingTruck } from './loading.ts';

/** Gross grams, dry, fresh and frozen. */
export type StorageWeights = Readonly<Record<'S' | 'F' | 'G', number>>;

interface KeyedCarton {
	readonly key: Readonly<Record<string, string>>;
	readonly data: Carton;
}

/**
 * Weight by temperature of some cartons: of their declared boxes, failing that of the products ordered,
 * as the catalogue says they are kept.
 */
export const storageWeights = (
	cartons: readonly KeyedCarton[],
	lines: Readonly<Record<string, CatalogueLine>>,
): StorageWeights => {
	const sums = { S: 0, F: 0, G: 0 };
	for (const { key, data } of cartons) {
		const boxes = data.cols ?? [];
		for (const { n, pb, cons } of boxes) sums[cons] += n * pb;
		if (boxes.length > 0) continue;
		for (const [rp, { cmd }] of Object.entries(data.lignes)) {
			const product = lines[productCode(key.pr ?? '', rp)];
			if (product) sums[product.perm.cons] += quantityFigures(cmd, product).gross;
		}
	}
	return sums;
};

/** How much more than it may a truck carries, in grams; 0 when it may, or nobody said. */
export const overload = ({ truck, weight }: LoadingTruck, trucks: readonly Truck[]): number => {
	const cap = trucks.find(({ nom }) => nom === truck)?.cap;
	return cap === undefined ? 0 : Math.max(0, weight - cap);
};

/** A carton of a tour: of which producer, for which group. */
export interface TruckCarton {
	readonly right: string;
	readonly gp: string;
	readonly livr: string;
	readonly gc: string;
	readonly pr: string;
}

/** The operation `CartEtat`, which says what was seen: two people at one truck do not undo each other. */
export const truckStateCall = (
	place: TruckCarton,
	{ seen, etat }: { readonly seen: number; readonly etat: number },
	words: { readonly fr: string; readonly en: string },
) => ({ name: 'CartEtat', input: { ...place, etat, seen }, label: words });

const isPlaced = (input: unknown): input is TruckCarton & { readonly etat: number } =>
	typeof input === 'object' && input !== null && 'etat' in input && 'gc' in input;

/** What this device asked of the states of cartons, and became of it. */
export interface PendingStates {
	/** By `pr.gc`: the state asked for and not answered yet. */
	readonly waiting: ReadonlyMap<string, number>;
	/** Refused ones, to be told and forgotten. */
	readonly refused: readonly OutboxEntry[];
}

/** Entries of the outbox about the cartons of one tour. */
export const pendingStates = (
	outbox: readonly OutboxEntry[],
	{ gp, livr }: Pick<TruckCarton, 'gp' | 'livr'>,
): PendingStates => {
	const waiting = new Map<string, number>();
	const refused: OutboxEntry[] = [];
	for (const entry of outbox) {
		const { input } = entry;
		if (entry.name !== 'CartEtat' || !isPlaced(input)) continue;
		if (input.gp !== gp || input.livr !== livr) continue;
		if (entry.state === 'refused') refused.push(entry);
		else waiting.set(`${input.pr}.${input.gc}`, input.etat);
	}
	return { waiting, refused };
};
