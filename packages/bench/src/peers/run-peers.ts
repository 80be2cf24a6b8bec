import path from 'node:path';
import { measureBundle } from './bundle-size.ts';
import { NAVETTE, OTHERS, type PeerFacts, readVersions } from './catalogue.ts';
import type { Measured } from './compare.ts';
import { installPeer } from './install.ts';
import { measureRound, type Round, type Work } from './measure-round.ts';

const OWN = path.join(import.meta.dirname, 'navette-process.ts');

/** Versions of everything that was installed for the peers measured, by package. */
export const versionsOf = (peers: readonly PeerFacts[]): Readonly<Record<string, string>> => {
	const all = readVersions();
	const named = peers.flatMap(({ name }) => Object.entries(all[name]?.dependencies ?? {}));
	return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The peers of these names, Navette first; all of them when there is none. A sentence when one is unknown. */
export const chosenPeers = (names: readonly string[]): readonly PeerFacts[] | string => {
	const unknown = names.filter((name) => !OTHERS.some((peer) => peer.name === name));
	if (unknown.length > 0)
		return `There is no peer ${unknown.join(', ')}; there are ${OTHERS.map(({ name }) => name).join(', ')}.`;
	return [NAVETTE, ...OTHERS.filter(({ name }) => names.length === 0 || names.includes(name))];
};

/**
 * Measures peers side by side: round after round, each peer in each round, so that what else the
 * machine does is shared.
 */
export const runPeers = async (
	peers: readonly PeerFacts[],
	rounds: number,
	work: Work,
	tell: (line: string) => void,
): Promise<readonly Measured[]> => {
	const scripts = new Map<string, string>([[NAVETTE.name, OWN]]);
	for (const { name } of peers)
		if (!scripts.has(name)) scripts.set(name, path.join(await installPeer(name), 'peer.mjs'));
	const done = new Map<string, Round[]>(peers.map(({ name }) => [name, []]));
	for (let round = 1; round <= rounds; round++)
		for (const { name } of peers) {
			const measured = await measureRound(scripts.get(name) ?? '', work);
			done.get(name)?.push(measured);
			tell(
				`round ${round}: ${name} push ${Math.round(measured.push)} ms, cold ${Math.round(measured.cold)} ms, change ${measured.changeMedian.toFixed(1)} ms, last of ${work.clients} ${measured.fanLast.toFixed(1)} ms`,
			);
		}
	const all: Measured[] = [];
	for (const peer of peers)
		all.push({ peer, rounds: done.get(peer.name) ?? [], bundle: await measureBundle(peer) });
	return all;
};
