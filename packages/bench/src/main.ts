import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeRun } from './figures-page.ts';
import { type Numbers, runModes } from './modes.ts';
import { describeMachine, type Results, tableOf, writeResults } from './results.ts';

const HELP = `npm run bench -- [MEASURE…] [--quick]
npm run bench -- --peers [PEER…] [--rounds 3] [--documents 10000]
npm run bench -- --load [--sockets 10000] [--rate 500] [--seconds 300]
npm run bench -- --hostile [--sockets 10000] [--rate 500] [--seconds 300] [--each 3]
npm run bench -- --evening [--quick]
npm run bench -- --grid [--quick]
--write keeps the run in docs/figures and shows it on its page.
`;

const FIGURES = path.resolve(import.meta.dirname, '../../../docs/figures');
/** Where each kind of run is shown. */
const PAGES = {
	measures: { page: 'README.md', data: 'measures.json' },
	peers: { page: 'peers.md', data: 'peers.json' },
	load: { page: 'load.md', data: 'load.json' },
	hostile: { page: 'hostile.md', data: 'hostile.json' },
	evening: { page: 'evening.md', data: 'evening.json' },
	grid: { page: 'grid.md', data: 'grid.json' },
} as const;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		quick: { type: 'boolean', default: false },
		peers: { type: 'boolean', default: false },
		load: { type: 'boolean', default: false },
		hostile: { type: 'boolean', default: false },
		evening: { type: 'boolean', default: false },
		grid: { type: 'boolean', default: false },
		write: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
		rounds: { type: 'string', default: '3' },
		documents: { type: 'string', default: '10000' },
		clients: { type: 'string', default: '200' },
		sockets: { type: 'string', default: '10000' },
		rate: { type: 'string', default: '500' },
		seconds: { type: 'string', default: '300' },
		each: { type: 'string', default: '3' },
	},
});
if (values.help) {
	process.stdout.write(HELP);
	process.exit(0);
}
const numbers: Numbers = {
	rounds: Number(values.rounds),
	documents: Number(values.documents),
	clients: Number(values.clients),
	sockets: Number(values.sockets),
	rate: Number(values.rate),
	seconds: Number(values.seconds),
	each: Number(values.each),
};

const folder = process.env.NAVETTE_BENCH ?? path.resolve(import.meta.dirname, '../../../bench');
const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const before = loadavg();
const mode =
	(['peers', 'load', 'hostile', 'evening', 'grid'] as const).find((name) => values[name]) ??
	'measures';
const done = await runModes[mode]({ names: positionals, quick: values.quick, numbers, tell });
if (typeof done === 'string') {
	process.stderr.write(`${done}\n${HELP}`);
	process.exit(2);
}
const all: Results = {
	date: new Date().toISOString(),
	machine: describeMachine(),
	versions: { node: process.version, sqlite: process.versions.sqlite ?? '', ...done.versions },
	load: { before, after: loadavg() },
	results: done.figures,
};
tell(`\n${tableOf(done.figures)}`);
if (done.table) tell(`\n${done.table}`);
if (values.write) writeRun(FIGURES, PAGES[mode], all, done.table);
tell(`\nWritten to ${path.relative(process.cwd(), writeResults(folder, all))}`);
