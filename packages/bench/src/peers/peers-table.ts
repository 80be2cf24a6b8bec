import { NAVETTE, type PeerFacts, readVersions } from './catalogue.ts';
import { type Measured, middleOf } from './compare.ts';
import { METRICS } from './metrics.ts';

const COLUMNS: readonly string[] = [
	...['push', 'cold sync', 'change → other device, median', 'change → other device, p99'],
	...['change → all clients, median', 'change → all clients, last', 'server CPU of the push'],
	...['wire, push', 'wire, cold sync', 'stored by the server', 'server memory after the push'],
	'server memory of a listening client',
];

const shown = (value: number): string =>
	value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));

/** Version of a peer, for people. */
const versionOf = (peer: PeerFacts): string =>
	(peer.shown && readVersions()[peer.name]?.dependencies[peer.shown]) ?? '';

/** All peers as a Markdown table, one a line; in brackets, times what Navette needs. */
export const peersTable = (all: readonly Measured[]): string => {
	const own = all.find(({ peer }) => peer.name === NAVETTE.name);
	const metrics = COLUMNS.flatMap((name) => METRICS.filter((metric) => metric.name === name));
	const heads = ['', 'end to end encrypted', 'acknowledged when']
		.concat(metrics.map(({ name, unit }) => `${name} (${unit})`))
		.concat('client package (kB gz)');
	const lines = all.map((one) => {
		const cells = metrics.map((metric) => {
			const value = middleOf(metric, one);
			const ratio = own && one !== own ? value / middleOf(metric, own) : 0;
			return ratio > 0 && Number.isFinite(ratio)
				? `${shown(value)} (${shown(ratio)} ×)`
				: shown(value);
		});
		const name = `${one.peer.label} ${versionOf(one.peer)}`.trim();
		const facts = [name, one.peer.isSealed ? 'yes' : 'no', one.peer.durability];
		return [...facts, ...cells, one.bundle === undefined ? '' : shown(one.bundle / 1_000)];
	});
	const rows = [heads, heads.map(() => '---'), ...lines];
	return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
