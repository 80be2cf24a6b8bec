import { type Figure, quantile, rounded } from '../results.ts';
import { NAVETTE, type PeerFacts } from './catalogue.ts';
import type { Round } from './measure-round.ts';
import { BUNDLE, METRICS, type Metric } from './metrics.ts';

/** What was measured of one peer. */
export interface Measured {
	readonly peer: PeerFacts;
	readonly rounds: readonly Round[];
	/** Bytes; absent when it has no client package. */
	readonly bundle: number | undefined;
}

type Named = Omit<Metric, 'of'>;

/** Middle of the rounds: what else the machine did in one of them counts in none. */
export const middleOf = (metric: Metric, { rounds }: Measured): number =>
	quantile(rounds.map(metric.of), 0.5);

const nameOf = (metric: Named, peer: PeerFacts): string => `${metric.name}: ${peer.label}`;

const ownFigure = (metric: Named, value: number): Figure => ({
	name: nameOf(metric, NAVETTE),
	value: rounded(value),
	unit: metric.unit,
	...(metric.target === undefined
		? {}
		: { bar: `≤ ${metric.target} ${metric.unit}`, met: value <= metric.target }),
});

/** How much longer a peer must need, if at all. */
const barOf = (metric: Named, peer: PeerFacts): number | undefined => {
	if (peer.isBaseline) return undefined;
	const bars = [
		peer.isSealed ? metric.sealedBar : undefined,
		peer.durability === NAVETTE.durability ? metric.durableBar : undefined,
	].filter((bar) => bar !== undefined);
	return bars.length > 0 ? Math.max(...bars) : undefined;
};

const otherFigure = (metric: Named, peer: PeerFacts, value: number, own: number): Figure => {
	const ratio = value / own;
	const bar = barOf(metric, peer);
	return {
		name: nameOf(metric, peer),
		value: rounded(value),
		unit: metric.unit,
		versus: NAVETTE.label,
		ratio: rounded(ratio),
		...(bar === undefined ? {} : { bar: bar > 1 ? `≥ ${bar} ×` : '> 1 ×' }),
		...(bar === undefined ? {} : { met: bar > 1 ? ratio >= bar : ratio > 1 }),
	};
};

/** Every figure of every peer; ratios are to Navette's own, of the same run. */
export const comparePeers = (all: readonly Measured[]): readonly Figure[] => {
	const own = all.find(({ peer }) => peer.name === NAVETTE.name);
	if (!own) throw new Error('Navette was not measured');
	const others = all.filter((one) => one !== own);
	const figures = (
		metric: Named,
		value: (one: Measured) => number | undefined,
	): readonly Figure[] => [
		ownFigure(metric, value(own) ?? 0),
		...others.flatMap((one) => {
			const found = value(one);
			return found === undefined ? [] : [otherFigure(metric, one.peer, found, value(own) ?? 0)];
		}),
	];
	return [
		...METRICS.flatMap((metric) => figures(metric, (one) => middleOf(metric, one))),
		...figures(BUNDLE, ({ bundle }) => bundle && bundle / 1_000),
	];
};
