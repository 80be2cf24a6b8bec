import type { Delivery, Stop } from '../../model/index.ts';

/** A group of a tour, at its place. */
export interface PlacedStop {
	readonly gc: string;
	readonly stop: Stop;
}

/** The stops of a tour in its order; those removed come last. */
export const placedStops = ({ pts }: Pick<Delivery, 'pts'>): PlacedStop[] =>
	Object.entries(pts)
		.map(([gc, stop]) => ({ gc, stop }))
		.toSorted(
			(a, b) =>
				Number(a.stop.retire !== undefined) - Number(b.stop.retire !== undefined) ||
				a.stop.ordre - b.stop.ordre ||
				a.gc.localeCompare(b.gc),
		);

/** A list in which one moved to another place. */
export const movedTo = <T>(list: readonly T[], from: number, to: number): T[] => {
	const item = list[from];
	if (item === undefined || to < 0 || to >= list.length) return [...list];
	return list.toSpliced(from, 1).toSpliced(to, 0, item);
};

/** The places that must be written so that stops follow in this order: numbered from 1. */
export const placesToWrite = (
	stops: readonly PlacedStop[],
): { readonly gc: string; readonly ordre: number }[] =>
	stops
		.filter(({ stop }) => stop.retire === undefined)
		.flatMap(({ gc, stop }, index) => (stop.ordre === index + 1 ? [] : [{ gc, ordre: index + 1 }]));
