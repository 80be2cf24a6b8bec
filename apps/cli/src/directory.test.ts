import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { serve } from '@navette/app-server/serve';
import { silentLog, systemClock, systemRandom } from '@navette/core';
import { runProgram } from './program.ts';

const folderOf = (t: TestContext): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-services-'));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	return path.join(folder, 'data');
};

const shellOn =
	(data: string, environment: Record<string, string> = {}) =>
	async (line: string): Promise<readonly [number, string]> => {
		const said: string[] = [];
		const note = (text: string) => void said.push(text);
		const code = await runProgram(line.split(' '), {
			environment: { NAVETTE_DATA: data, ...environment },
			...{ out: note, error: note, isWatched: false },
			...{ clock: systemClock, random: systemRandom },
			readFile: () => undefined,
			exitWith() {},
		});
		return [code, said.join('\n')];
	};

test('an operator is named, declares its service, hosts an organisation, at a directory of its own and at one elsewhere', async (t) => {
	const home = folderOf(t);
	const host = shellOn(home);
	const away = folderOf(t);
	const [, key] = await shellOn(away)('service key');
	assert.match(key, /^[\w-]{43}$/);
	assert.deepEqual(await host('service list'), [0, 'No service is declared yet.']);
	assert.equal((await host('service operator coop --label Coop'))[0], 0);
	assert.equal((await host(`service operator farm --label Farm --key=${key}`))[0], 0);
	const declare = 'service declare circuit --operator coop --url https://coop.example';
	assert.deepEqual(await host(declare), [
		...[0, 'circuit@coop is open at https://coop.example (revision 1).'],
	]);
	const restricted = `${declare} --status restricted --text moving`;
	assert.match((await host(restricted))[1], /restricted at .* \(revision 2\)/);
	const hosting = 'service host circuit north --operator coop --label North';
	assert.match(
		(await host(hosting))[1],
		/"north" of circuit is hosted by coop, open \(revision 1\)/,
	);
	assert.match((await host(declare.replace('coop', 'farm')))[1], /E-PROOF/, 'not its key');
	const started = await serve({
		...{ data: home, port: 0, log: silentLog, applications: [] },
		directory: { kind: 'host', universe: 'universe' },
	});
	assert.ok(started.ok);
	t.after(started.value.close);
	const { url, directory } = started.value;
	const farm = shellOn(away, { NAVETTE_DIRECTORY: `${url}#${directory?.publicKey}` });
	const theirs = 'service declare circuit --operator farm --url https://farm.example';
	assert.match((await farm(theirs))[1], /circuit@farm is open/);
	assert.match(
		(await farm('service list'))[1],
		/circuit@coop\s+restricted[\s\S]*circuit@farm\s+open/,
	);
	const taking = 'service host circuit north --operator farm --label North';
	assert.match((await farm(taking))[1], /E-PROOF/, 'another hosts it');
	assert.match((await farm(taking.replace('north', 'south')))[1], /"south" .* farm, open/);
	assert.match(
		(await farm('service operator farm --label Farm'))[1],
		/where the directory is hosted/,
	);
	await started.value.close();
	assert.match((await host(`${hosting} --to farm`))[1], /hosted by farm, open \(revision 2\)/);
	assert.match((await host(hosting))[1], /E-PROOF/, 'it handed it on');
	const [code, said] = await farm('service list');
	assert.equal(code, 1);
	assert.match(said, /did not answer .* Nothing was changed/);
});

test('somebody is offered to register by a link, a phrase, a code; offers are listed and taken back', async (t) => {
	const shell = shellOn(folderOf(t));
	assert.match((await shell('sponsor list'))[1], /Nobody is offered to register/);
	const [, link] = await shell('sponsor offer --welcome Hello --url https://x.example/');
	assert.match(link, /https:\/\/x\.example\/#\/sponsor\/[\w-]{22}\n/);
	assert.match(
		(await shell('sponsor offer --welcome Hello --form phrase'))[1],
		/\n {2}(\S+ ){4}\S+\n/,
	);
	const [, code] = await shell('sponsor offer --welcome Hello --form code');
	assert.equal(code.match(/\n {2}[0-9A-Z]{5}-[0-9A-Z]{5}(?=\n)/g)?.length, 2);
	const mailed = 'sponsor offer --welcome Hello --form code --mail ana@example.org';
	assert.equal((await shell(mailed))[1].match(/\n {2}[0-9A-Z]{5}-[0-9A-Z]{5}(?=\n)/g)?.length, 1);
	assert.equal((await shell('sponsor offer --welcome Hello --mail ana@example.org'))[0], 1);
	const offers = JSON.parse((await shell('sponsor list --json'))[1]) as { sponsorship: string }[];
	assert.equal(offers.length, 4);
	for (const { sponsorship } of offers)
		assert.equal((await shell(`sponsor withdraw -- ${sponsorship}`))[0], 0);
	assert.match((await shell('sponsor list'))[1], /Nobody is offered to register/);
	assert.equal((await shell('sponsor withdraw abcdefgh'))[0], 1);
});
