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

const page = readFileSync(path.join(docs, 'asvs.md'), 'utf8');

test('docs/asvs.md: every test that is named is there', () => {
	const links = linksIn(page);
	assert.ok(links.length > 80, `${links.length} links`);
	assert.deepEqual(
		links.flatMap((link) => faultOf(link) ?? []),
		[],
	);
	const here = import.meta.filename;
	assert.match(
		faultOf({ name: 'no test of this kind', file: here.replace('asvs', 'dependencies') }) ?? '',
		/no test/,
	);
	assert.match(faultOf({ name: 'x', file: `${here}.gone` }) ?? '', /not there/);
});

test('docs/asvs.md: every item is there once, with a test, or with the word that says why not', () => {
	const rows = [...page.matchAll(/^\| (\d+) \|.*\| (.*) \|$/gm)];
	assert.deepEqual(
		rows.map(([, number]) => Number(number)),
		Array.from({ length: 66 }, (_, at) => at + 1),
	);
	for (const [, number, held = ''] of rows)
		assert.ok(linksIn(held).length > 0 || /^(does not apply|\*\*open\*\*)/.test(held), `${number}`);
});
