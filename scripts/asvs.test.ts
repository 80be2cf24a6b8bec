import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const docs = path.resolve(import.meta.dirname, '../docs');

interface Link {
	readonly name: string;
	readonly file: string;
}

/** Links of a page to tests: `[name of the test](../path.test.ts)`. */
const linksIn = (text: string): readonly Link[] =>
	[...text.matchAll(/\[([^\]]+)\]\((\.\.\/[^)]+\.test\.ts)\)/g)].map(
		([, name = '', file = '']) => ({
			name,
			file: path.resolve(docs, file),
		}),
	);

/** What is wrong with a link: no such file, or no test in it whose name begins so. */
const faultOf = ({ name, file }: Link): string | undefined => {
	if (!existsSync(file)) return `${file} is not there`;
	const source = readFileSync(file, 'utf8');
	const isNamed = ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}`));
	return isNamed ? undefined : `no test "${name}" in ${path.relative(docs, file)}`;
};

const pageOf = (name: string): string => readFileSync(path.join(docs, name), 'utf8');
const numbered = (count: number, prefix: string, width: number): readonly string[] =>
	Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(width, '0')}`);

const PAGES = [
	{ page: 'asvs.md', rows: numbered(66, '', 0), links: 80 },
	{ page: 'malicious-server.md', rows: numbered(40, 'M', 2), links: 60 },
];

for (const { page, rows, links } of PAGES) {
	test(`docs/${page}: every test that is named is there`, () => {
		const all = linksIn(pageOf(page));
		assert.ok(all.length >= links, `${all.length} links`);
		assert.deepEqual(
			all.flatMap((link) => faultOf(link) ?? []),
			[],
		);
	});

	test(`docs/${page}: every item is there once, with a test, or with the word that says why not`, () => {
		const found = [...pageOf(page).matchAll(/^\| (M?\d+) \|.*\| (.*) \|$/gm)];
		assert.deepEqual(
			found.map(([, name]) => name),
			rows,
		);
		for (const [, name, held = ''] of found)
			assert.ok(linksIn(held).length > 0 || /^(does not apply|\*\*open\*\*)/.test(held), name);
	});
}

test('a link to a test or a file that is not there is found', () => {
	const here = import.meta.filename;
	const other = here.replace('asvs', 'dependencies');
	assert.match(faultOf({ name: 'no test of this kind', file: other }) ?? '', /no test/);
	assert.match(faultOf({ name: 'x', file: `${here}.gone` }) ?? '', /not there/);
});
