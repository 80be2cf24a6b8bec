import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { serve } from '@navette/app-server/serve';
import { silentLog, systemClock, systemRandom } from '@navette/core';
import { runProgram } from '../program.ts';
import type { Terminal } from '../terminal.ts';

interface Place {
	readonly site: string;
	readonly environment?: Readonly<Record<string, string>>;
}

const createOperator = (folder: string) => {
	const out: string[] = [];
	const errors: string[] = [];
	const inFolder = (name: string) => path.join(folder, name);
	const run = async (at: string | Place, ...words: string[]) => {
		const { site, environment = {} } = typeof at === 'string' ? { site: at } : at;
		out.length = 0;
		errors.length = 0;
		const terminal: Terminal = {
			environment: { NAVETTE_DATA: inFolder(site), NAVETTE_DEMO: 'off', ...environment },
			out: (text) => void out.push(text),
			error: (text) => void errors.push(text),
			isWatched: true,
			readFile: (name) => (existsSync(name) ? readFileSync(name, 'utf8') : undefined),
			exitWith() {},
			clock: systemClock,
			random: systemRandom,
		};
		return runProgram(words, terminal);
	};
	return {
		run,
		inFolder,
		said: () => [...out, ...errors].join('\n'),
		json: () => JSON.parse(out.join('')) as Record<string, unknown>,
		async begin(site: string) {
			assert.equal(await run(site, 'org', 'create', 'north', '--label', 'The North'), 0);
			const grant = ['access', 'grant', 'north', '--label', 'Ann', '--right', 'ADM/'];
			assert.equal(await run(site, ...grant), 0, errors.join());
		},
	};
};

const withOperator = async (
	work: (operator: ReturnType<typeof createOperator>) => Promise<void>,
): Promise<void> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-archives-'));
	try {
		await work(createOperator(folder));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

test('an organisation is exported sealed, checked, imported elsewhere under another code', () =>
	withOperator(async ({ run, begin, inFolder, said, json }) => {
		await begin('one');
		const [file, pair] = [inFolder('north.navette'), inFolder('pair')];
		assert.equal(await run('one', 'key', 'export-pair', pair), 0);
		assert.equal(statSync(`${pair}.key`).mode & 0o777, 0o600);
		assert.equal(await run('one', 'key', 'export-pair', pair), 1, 'a pair is not replaced');
		const wanted = ['export', 'north', '--out', file, '--to', `${pair}.pub`, '--json'];
		assert.equal(await run('one', ...wanted), 0, said());
		assert.deepEqual([json().isSealed, json().documents], [true, 1]);
		assert.ok(!existsSync(`${file}.part`) && !existsSync(`${file}.part.key`));
		assert.equal(await run('one', ...wanted), 1, 'a file is not replaced');
		assert.equal(await run('two', 'import', file, '--check'), 1);
		assert.match(said(), /sealed to a public key.*--key/);
		assert.equal(await run('two', 'import', file, '--check', '--key', `${pair}.key`), 0);
		assert.match(said(), /Whole: "north", open, as of/);
		assert.equal(await run('two', 'import', file, '--as', 'No'), 1);
		assert.equal(await run('two', 'import', file, '--as', 'south', '--key', `${pair}.key`), 0);
		assert.match(said(), /"south" is there: 1 documents/);
		assert.equal(await run('two', 'access', 'list', 'south'), 0);
		assert.match(said(), /Ann/);
		assert.equal(await run('two', 'import', file, '--as', 'south', '--key', `${pair}.key`), 1);
		assert.match(said(), /code is there already.*--as/);
	}));

test('a damaged, cut or foreign file is refused with what to do, and nothing appears', () =>
	withOperator(async ({ run, begin, inFolder, said }) => {
		await begin('one');
		const file = inFolder('north.navette');
		assert.equal(await run('one', 'export', 'north', '--out', file), 0);
		assert.match(said(), /Whoever has the file can read it/);
		const bytes = readFileSync(file);
		const bad = inFolder('bad.navette');
		const altered = Buffer.from(bytes);
		altered[200] = (altered[200] ?? 0) ^ 1;
		for (const [given, why] of [
			[altered, /damaged.*Nothing was changed/],
			[bytes.subarray(0, bytes.length - 3), /ends too early.*Nothing was changed/],
			[Buffer.from('something else'), /no archive of Navette/],
		] as const) {
			writeFileSync(bad, given);
			assert.equal(await run('two', 'import', bad), 1);
			assert.match(said(), why);
		}
		assert.equal(await run('two', 'import', inFolder('absent')), 1);
		assert.match(said(), /cannot be read/);
		assert.equal(await run('two', 'org', 'list', '--json'), 0);
		assert.equal(said(), '[]');
		assert.equal(await run('one', 'export', 'nowhere', '--out', inFolder('x')), 1);
		assert.match(said(), /no such organisation/);
		assert.equal(await run('one', 'export', 'north'), 2);
	}));

test('a move freezes, carries, compares, opens there and closes here; run again it says so', () =>
	withOperator(async ({ run, begin, inFolder, said }) => {
		await begin('one');
		const config = inFolder('two.json');
		const move = ['org', 'move', 'north', '--config', config];
		assert.equal(await run('one', ...move), 1);
		assert.match(said(), /cannot be read.*Nothing was changed/);
		writeFileSync(config, JSON.stringify({ data: inFolder('two'), demonstration: false }));
		assert.equal(await run('one', ...move), 0, said());
		assert.match(said(), /is frozen here[\s\S]*compared row by row/);
		assert.equal(await run('two', 'access', 'list', 'north'), 0);
		assert.match(said(), /Ann/);
		assert.equal(await run('one', 'org', 'list'), 0);
		assert.match(said(), /north +closed/);
		assert.equal(await run('one', ...move), 1);
		assert.match(said(), /closed/);
		assert.ok(!existsSync(path.join(inFolder('two'), 'moving-north.navette')));
	}));

/** Serves the directory of a site while another site declares something to it. */
const declareFromAway = async (
	data: string,
	declare: (environment: Readonly<Record<string, string>>) => Promise<number>,
): Promise<void> => {
	const started = await serve({
		...{ data, port: 0, log: silentLog, applications: [] },
		directory: { kind: 'host', universe: 'universe' },
	});
	assert.ok(started.ok);
	const { url, directory, close } = started.value;
	const declared = await declare({ NAVETTE_DIRECTORY: `${url}#${directory?.publicKey}` });
	await close();
	assert.equal(declared, 0);
};

test('a move that tells the directory: restricted while it lasts, then open at whoever hosts it', () =>
	withOperator(async ({ run, begin, inFolder, said }) => {
		await begin('one');
		const config = inFolder('two.json');
		writeFileSync(config, JSON.stringify({ data: inFolder('two'), demonstration: false }));
		const move = ['org', 'move', 'north', '--config', config];
		assert.equal(await run('one', ...move, '--to', 'farm'), 1);
		assert.match(said(), /--to goes with --service. Nothing was changed/);
		assert.equal(await run('one', ...move, '--service', 'circuit'), 1);
		assert.match(said(), /knows no "north" of circuit.*Nothing was changed/);
		const operator = ['service', 'operator'];
		assert.equal(await run('one', ...operator, 'coop', '--label', 'Coop'), 0);
		assert.equal(await run('two', 'service', 'key'), 0);
		const key = said();
		assert.equal(await run('one', ...operator, 'farm', '--label', 'Farm', `--key=${key}`), 0);
		const url = ['--url', 'https://coop.example'];
		const declare = ['service', 'declare', 'circuit', '--operator', 'coop', ...url];
		assert.equal(await run('one', ...declare), 0, said());
		const host = ['service', 'host', 'circuit', 'north', '--operator', 'coop', '--label', 'North'];
		assert.equal(await run('one', ...host), 0, said());
		assert.equal(await run('one', ...move, '--service', 'circuit', '--as', 'south'), 1);
		assert.match(said(), /another organisation of the directory.*Nothing was changed/);
		assert.equal(await run('one', 'org', 'list'), 0);
		assert.match(said(), /north +open/);
		const toFarm = [...move, '--service', 'circuit', '--to', 'farm'];
		assert.equal(await run('one', ...toFarm), 1);
		assert.match(said(), /"farm" has not declared circuit.*Nothing was changed/);
		await declareFromAway(inFolder('one'), (environment) =>
			run({ site: 'two', environment }, ...declare.with(4, 'farm')),
		);
		assert.equal(await run('one', ...toFarm), 0, said());
		assert.match(said(), /hosted by coop, restricted[\s\S]*compared row by row/);
		assert.match(said(), /closed here[\s\S]*"north" of circuit is hosted by farm, open/);
		assert.equal(await run('one', ...move, '--service', 'circuit'), 1);
		assert.match(said(), /"north" is closed/);
		assert.doesNotMatch(said(), /restricted/, 'what moved already is not said to move');
	}));
