import { eveningFigures } from './evening/measure-evening.ts';
import { gridFigures } from './grid/measure-grid.ts';
import { hostilityFigures } from './load/measure-hostility.ts';
import { measureLoad } from './load/measure-load.ts';
import { measureArchive } from './measures/archive.ts';
import { measureBroadcast } from './measures/broadcast.ts';
import { measureColdPull } from './measures/cold-pull.ts';
import { measureOperations } from './measures/operations.ts';
import { measurePropagation } from './measures/propagation.ts';
import { measurePulls } from './measures/pulls.ts';
import { measureServers } from './measures/servers.ts';
import { measureSigned } from './measures/signed.ts';
import { comparePeers } from './peers/compare.ts';
import { peersTable } from './peers/peers-table.ts';
import { chosenPeers, runPeers, versionsOf } from './peers/run-peers.ts';
import type { Figure } from './results.ts';

/** How much is measured, where a mode asks for it. */
export interface Numbers {
	readonly rounds: number;
	readonly documents: number;
	readonly clients: number;
	readonly sockets: number;
	readonly rate: number;
	readonly seconds: number;
	readonly each: number;
}

interface Asked {
	/** Measures or peers; none = all. */
	readonly names: readonly string[];
	readonly quick: boolean;
	readonly numbers: Numbers;
	readonly tell: (line: string) => void;
}

/** What a mode measured, or the sentence that says what was asked wrongly. */
type Done =
	| string
	| {
			readonly figures: readonly Figure[];
			readonly versions?: Readonly<Record<string, string>>;
			readonly table?: string;
	  };

/** Every measure, by the word that selects it. */
const measuresOf = (quick: boolean): Readonly<Record<string, () => Promise<readonly Figure[]>>> => {
	const size = (usual: number, small: number): number => (quick ? small : usual);
	return {
		operations: () => measureOperations(size(20_000, 500)),
		signed: () => measureSigned(size(5_000, 200)),
		pulls: () => measurePulls(size(1_000_000, 5_000), size(200, 20)),
		cold: () => measureColdPull(size(10_000, 500), size(3, 1)),
		propagation: () => measurePropagation(size(400, 20)),
		archive: () => measureArchive(size(100_000, 500), size(2 ** 30, 2 ** 20)),
		servers: () => measureServers(size(8_000, 200), size(200, 10)),
		broadcast: () => measureBroadcast(size(1_000, 50), size(30, 3)),
	};
};

const runMeasures = async ({ names, quick, tell }: Asked): Promise<Done> => {
	const measures = measuresOf(quick);
	const unknown = names.filter((name) => !measures[name]);
	if (unknown.length > 0)
		return `There is no measure ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}.`;
	const figures: Figure[] = [];
	for (const [name, measure] of Object.entries(measures)) {
		if (names.length > 0 && !names.includes(name)) continue;
		tell(`${name}…`);
		figures.push(...(await measure()));
	}
	return { figures };
};

const comparePeersNow = async ({ names, quick, numbers, tell }: Asked): Promise<Done> => {
	const peers = chosenPeers(names);
	if (typeof peers === 'string') return peers;
	const { documents, clients, rounds } = numbers;
	const work = quick
		? { documents: 300, changes: 10, clients: 10, broadcasts: 3, limit: 60_000 }
		: { documents, changes: 200, clients, broadcasts: 20, limit: 180_000 };
	const all = await runPeers(peers, quick ? 1 : rounds, work, tell, !quick);
	return { figures: comparePeers(all), versions: versionsOf(peers), table: peersTable(all) };
};

/** The last evening of an order: a season's largest, or a small one. */
const eveningLoad = (quick: boolean) =>
	quick
		? { groups: 10, consumers: 60, writes: 100, seconds: 3, screens: 30 }
		: { groups: 200, consumers: 60, writes: 2_000, seconds: 60, screens: 500 };

/** The order of a group: the largest that screens are promised for, or a small one. */
const gridLoad = (quick: boolean) =>
	quick
		? { consumers: 12, products: 30, rounds: 1, typed: 5, slower: [1] }
		: { consumers: 45, products: 120, rounds: 5, typed: 60, slower: [1, 4] };

/** What the program does: one of these. */
export const runModes: Readonly<
	Record<
		'measures' | 'peers' | 'load' | 'hostile' | 'evening' | 'grid',
		(asked: Asked) => Promise<Done>
	>
> = {
	measures: runMeasures,
	peers: comparePeersNow,
	load: async ({ numbers, tell }) => ({ figures: await measureLoad(numbers, tell) }),
	hostile: async ({ numbers }) => ({ figures: await hostilityFigures(numbers) }),
	evening: async ({ quick, tell }) => ({ figures: await eveningFigures(eveningLoad(quick), tell) }),
	grid: async ({ quick }) => ({ figures: await gridFigures(gridLoad(quick)) }),
};
