import path from 'node:path';
import { measureBundle } from './bundle-size.ts';
import { NAVETTE, OTHERS, type PeerFacts, readVersions } from './catalogue.ts';
import type { Measured } from './compare.ts';
import { installPeer } from './install.ts';
import { measureRound, type Round, type Work } from './measure-round.ts';

/** Those whose code is here. */
const OURS: Readonly<Record<string, string>> = {
	[NAVETTE.name]: path.join(import.meta.dirname, 'navette-process.ts'),
	floor: path.join(import.meta.dirname, 'floor-process.ts'),
};

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

/** A round, or why it was given up: one engine that does not end does not end the run. */
const tryRound = async (script: string, work: Work): Promise<Round | string> => {
	try {
		return await measureRound(script, work);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
};

const sentenceOf = ({ push, cold, changeMedian, fanLast }: Round, { clients }: Work): string =>
	`push ${Math.round(push)} ms, cold ${Math.round(cold)} ms, change ${changeMedian.toFixed(1)} ms, last of ${clients} ${fanLast.toFixed(1)} ms`;

/**
 * Measures peers side by side: round after round, each peer in each round, so that what else the
 * machine does is shared.
 */
export const runPeers = async (
	peers: readonly PeerFacts[],
	rounds: number,
	work: Work,
	tell: (line: string) => void,
	withBundles: boolean,
): Promise<readonly Measured[]> => {
	const scripts = new Map<string, string>(Object.entries(OURS));
	for (const { name } of peers)
		if (!scripts.has(name)) scripts.set(name, path.join(await installPeer(name), 'peer.mjs'));
	const done = new Map<string, Round[]>(peers.map(({ name }) => [name, []]));
	for (let round = 1; round <= rounds; round++)
		for (const { name } of peers) {
			const measured = await tryRound(scripts.get(name) ?? '', work);
			if (typeof measured === 'string') {
				tell(`round ${round}: ${name} given up: ${measured}`);
				continue;
			}
			done.get(name)?.push(measured);
			tell(`round ${round}: ${name} ${sentenceOf(measured, work)}`);
		}
	const all: Measured[] = [];
	for (const peer of peers) {
		if (done.get(peer.name)?.length === 0) continue;
		const bundle = withBundles ? await measureBundle(peer) : undefined;
		all.push({ peer, rounds: done.get(peer.name) ?? [], bundle });
	}
	return all;
};
