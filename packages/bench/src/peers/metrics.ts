import type { Round } from './measure-round.ts';

/** One thing measured of every peer. */
export interface Metric {
	readonly name: string;
	readonly unit: string;
	/** From a round, in the unit. */
	readonly of: (round: Round) => number;
	/** Times a sealed peer must need what Navette needs. */
	readonly sealedBar?: number;
	/** Times a peer as durable must. */
	readonly durableBar?: number;
	/** Most that Navette is to need. */
	readonly target?: number;
}

const MB = 1_000_000;

/** What is measured of one round, in the order of the tables. */
export const METRICS: readonly Metric[] = [
	{
		name: 'push',
		unit: 'ms',
		of: (round) => round.push,
		...{ sealedBar: 8, durableBar: 1, target: 500 },
	},
	{ name: 'cold sync', unit: 'ms', of: (round) => round.cold, sealedBar: 8, target: 350 },
	{
		name: 'change → other device, median',
		unit: 'ms',
		of: (round) => round.changeMedian,
		...{ sealedBar: 1, target: 1.5 },
	},
	{ name: 'change → other device, p99', unit: 'ms', of: (round) => round.changeP99, target: 5 },
	{ name: 'change → all clients, median', unit: 'ms', of: (round) => round.fanMedian },
	{
		name: 'change → all clients, last',
		unit: 'ms',
		of: (round) => round.fanLast,
		sealedBar: 1,
	},
	{ name: 'server CPU of the push', unit: 'ms', of: (round) => round.pushCpu },
	{ name: 'wire, push', unit: 'bytes a document', of: (round) => round.pushWire },
	{ name: 'wire, cold sync', unit: 'bytes a document', of: (round) => round.coldWire },
	{
		name: 'stored by the server',
		unit: 'bytes a document',
		of: (round) => round.stored,
		target: 500,
	},
	{ name: 'server memory, idle', unit: 'MB', of: (round) => round.idleMemory / MB },
	{
		name: 'server memory after the push',
		unit: 'MB',
		of: (round) => round.memory / MB,
	},
	{
		name: 'server memory of a listening client',
		unit: 'kB',
		of: (round) => round.perConnection / 1_000,
		target: 5,
	},
];

/** The size of the client package, measured once. */
export const BUNDLE: Omit<Metric, 'of'> = {
	name: 'client package, gzipped',
	unit: 'kB',
	target: 60,
};
