/**
 * Two commands. On a clean clone, on a machine with nothing but git, npm and an old Node,
 * `npm start` installs what is missing, starts the server on embedded SQLite, creates the
 * demonstration organisation, prints the address and one entry link per role; again, it reuses the
 * data; Ctrl-C ends cleanly; a taken port or an unwritable folder gets a clear sentence.
 *
 * The tests follow each other: the clone of the first is the clone of all.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Ended, endAll, type } from './terminal.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const temporary = mkdtempSync(path.join(os.tmpdir(), 'navette-clone-'));
const clone = path.join(temporary, 'navette');
const installing = { timeout: 600_000 };
const bounded = { timeout: 120_000 };

/** What the first start printed. */
let first: { address: URL; links: ReadonlyMap<string, string> };

before(() => {
	execFileSync('git', ['clone', '--quiet', repository, clone], { stdio: 'inherit' });
});

after(() => {
	endAll();
	rmSync(temporary, { recursive: true, force: true });
});

test(
	'a clean clone: npm start installs, starts, prints the address and ends on Ctrl-C',
	installing,
	async () => {
		assert.equal(existsSync(path.join(clone, 'node_modules')), false);
		const server = type(['npm', 'start'], clone, { PORT: '0' });
		const said = await server.until(
			(lines) => addressIn(lines) !== undefined && linksIn(lines).size > 0,
			540_000,
		);
		assert.ok(said.some((line) => /^Installing packages/.test(line)));
		const address = addressIn(said) ?? assert.fail('no address');
		assert.match(address.origin, /^http:\/\/localhost:\d+$/);
		await assertPage(address);

		const ended = await server.interrupt();
		assertCalm(ended);
		first = { address, links: linksIn(ended.lines) };
	},
);

test('there is one entry link per demonstration role, each its own', () => {
	const { address, links } = first;
	assert.ok(links.size >= 3, 'a consumer, an animator and a manager at least');
	assert.equal(new Set(links.values()).size, links.size);
	for (const [role, link] of links) {
		assert.match(role, /\p{L}{3}/u, 'the role is named before its link');
		assert.equal(new URL(link).origin, address.origin);
	}
});

test('nothing it made is seen by git, and the data are in ./data', () => {
	const status = execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' });
	assert.equal(status, '');
	assert.notEqual(readdirSync(path.join(clone, 'data')).length, 0);
});

test('started again it reuses the data, on the port PORT names', bounded, async () => {
	const { address, links } = first;
	const server = type(['npm', 'start'], clone, { PORT: address.port });
	const said = await server.until((lines) => linksIn(lines).size >= links.size);
	assert.equal(addressIn(said)?.href, address.href);
	assert.ok(!said.some((line) => /Installing|Building/.test(line)));
	for (const link of links.values()) await assertPage(new URL(link));

	const ended = await server.interrupt();
	assertCalm(ended);
	assert.deepEqual(linksIn(ended.lines), links);
});

test('a taken port gets a sentence that names it and PORT', bounded, async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => other.once('listening', resolve));
	const { port } = Object(other.address());
	const { code, lines } = await type(['npm', 'start'], clone, { PORT: String(port) }).ended;
	other.close();
	assert.notEqual(code, 0);
	assertSentence(lines, String(port), 'PORT');
});

test('a folder that cannot be written gets a sentence that names it', bounded, async () => {
	// Root may write anywhere but below a file.
	const file = path.join(temporary, 'a-file');
	writeFileSync(file, '');
	const data = path.join(file, 'data');
	const { code, lines } = await type(['npm', 'start'], clone, { PORT: '0', NAVETTE_DATA: data })
		.ended;
	assert.notEqual(code, 0);
	assertSentence(lines, data, 'NAVETTE_DATA');
});

test(
	'NAVETTE_DATA says where the data are kept, and the server itself exits with 0',
	bounded,
	async () => {
		const data = path.join(temporary, 'elsewhere');
		const program = path.join(clone, 'node_modules/.bin/node');
		const env = { PORT: '0', NAVETTE_DATA: data };
		const server = type([program, 'apps/server/src/main.ts'], clone, env);
		await server.until((lines) => linksIn(lines).size > 0);
		const { code, lines } = await server.interrupt();
		assert.equal(code, 0, lines.join('\n'));
		assert.notEqual(readdirSync(data).length, 0);
	},
);

function addressIn(lines: readonly string[]): URL | undefined {
	return urlsIn(lines).find(({ url }) => isBare(url))?.url;
}

/** Link by the words before it. */
function linksIn(lines: readonly string[]): ReadonlyMap<string, string> {
	const links = urlsIn(lines).filter(({ url }) => !isBare(url));
	return new Map(links.map(({ label, url }) => [label, url.href]));
}

function urlsIn(lines: readonly string[]): { label: string; url: URL }[] {
	return lines.flatMap((line) => {
		const found = /^(.*?)(http:\/\/localhost:\d+\S*)/.exec(line);
		return found === null ? [] : [{ label: (found[1] ?? '').trim(), url: new URL(found[2] ?? '') }];
	});
}

function isBare(url: URL): boolean {
	return url.href === `${url.origin}/`;
}

async function assertPage(url: URL): Promise<void> {
	const answer = await fetch(url);
	assert.equal(answer.status, 200, url.href);
	assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
	await answer.text();
}

/** It ended by Ctrl-C, its last words are a sentence, and nobody was shown a stack. */
function assertCalm({ code, signal, lines }: Ended): void {
	// The shell that npm puts between itself and the server dies of the same Ctrl-C.
	assert.ok(code === 0 || signal === 'SIGINT', lines.join('\n'));
	const spoken = lines.filter((line) => !/^(npm|>)|^\s*$/.test(line));
	assert.match(spoken.at(-1) ?? '', /^\p{Lu}.*\.$/u, lines.join('\n'));
	assert.ok(!lines.some((line) => /^\s+at |^npm error/.test(line)), lines.join('\n'));
}

function assertSentence(lines: readonly string[], ...words: readonly string[]): void {
	const isSentence = (line: string) => words.every((word) => line.includes(word));
	assert.ok(lines.some(isSentence), lines.join('\n'));
	assert.ok(!lines.some((line) => /^\s+at /.test(line)), lines.join('\n'));
}
