/** Point 9: user documentation with pictures, in French and in English, for each role. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
const PICTURES = path.join(DOCS, 'pictures/circuit');

/** The pages of each role: in French, in English. */
const PAGES = {
	consumer: { fr: 'consommateur.md', en: 'consumer.md' },
	animator: { fr: 'animateur.md', en: 'animator.md' },
	grouping: { fr: 'groupement.md', en: 'groupement.en.md' },
	producer: { fr: 'producteur.md', en: 'producer.md' },
} as const;

const pageOf = (name: string): string => readFileSync(path.join(DOCS, 'circuit', name), 'utf8');

const found = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, one = '']) => one);

const picturesOf = (text: string): string[] =>
	found(text, /!\[[^\]]+\]\(\.\.\/pictures\/circuit\/([^)]+)\)/g);

/** A heading as an address names it. */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-');

/** Links of a page that lead nowhere. */
const brokenIn = (file: string): string[] =>
	found(readFileSync(file, 'utf8'), /\]\(([^)\s]+)\)/g).filter((link) => {
		if (/^https?:/.test(link)) return false;
		const [to = '', anchor] = link.split('#');
		const target = to === '' ? file : path.resolve(path.dirname(file), to);
		if (!existsSync(target)) return true;
		if (anchor === undefined) return false;
		return !found(readFileSync(target, 'utf8'), /^#+ (.+)$/gm)
			.map(anchorOf)
			.includes(anchor);
	});

for (const [role, { fr, en }] of Object.entries(PAGES))
	test(`9. the pages of the ${role} say the same in French and in English, each with its own pictures`, () => {
		const pages = { fr: pageOf(fr), en: pageOf(en) };
		for (const [language, text] of Object.entries(pages)) {
			const pictures = picturesOf(text);
			assert.ok(pictures.length >= 3, `${language}: ${pictures.length} pictures`);
			for (const name of pictures) {
				assert.match(name, new RegExp(`^${role}-[a-z]+\\.${language}\\.webp$`));
				const bytes = readFileSync(path.join(PICTURES, name));
				assert.equal(bytes.toString('latin1', 8, 12), 'WEBP', name);
				assert.ok(bytes.length > 4000, `${name} shows something`);
			}
			assert.ok(text.length > 1500, `${language} is a page, not a promise`);
		}
		const subjects = (text: string) =>
			picturesOf(text)
				.map((name) => name.split('.')[0])
				.toSorted();
		assert.deepEqual(subjects(pages.fr), subjects(pages.en));
		const heads = (text: string) => found(text, /^(#+) /gm);
		assert.deepEqual(heads(pages.fr), heads(pages.en), 'the same parts');
		assert.ok(pages.fr.includes(`](${en})`) && pages.en.includes(`](${fr})`));
	});

test('9. every link of these pages leads somewhere, every picture is on a page, the summary leads to all', () => {
	const names = Object.values(PAGES).flatMap(({ fr, en }) => [fr, en]);
	const files = [...names.map((name) => path.join(DOCS, 'circuit', name)), `${DOCS}/circuit.md`];
	assert.deepEqual(
		files.flatMap((file) => brokenIn(file).map((link) => `${path.basename(file)}: ${link}`)),
		[],
	);
	const shown = new Set(names.flatMap((name) => picturesOf(pageOf(name))));
	const kept = globSync('*.webp', { cwd: PICTURES });
	assert.deepEqual(
		kept.filter((name) => !shown.has(name)),
		[],
	);
	const summary = readFileSync(`${DOCS}/circuit.md`, 'utf8');
	for (const name of names) assert.ok(summary.includes(`](circuit/${name})`), name);
});
