import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { themeCss } from './theme-css.ts';
import { type TokenSet, type Tokens, tokenSets } from './tokens.ts';

const luminance = (hex: string): number => {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast of WCAG 2.2, from 1 to 21. */
const contrast = (a: string, b: string): number => {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
};

const grounds = ['paper', 'surface', 'sunk'] as const;
const texts = ['ink', 'ink-dim', 'accent', 'danger', 'warn', 'info'] as const;
const onGround = (names: readonly (keyof Tokens)[], least: number) =>
	names.flatMap((name) => grounds.map((ground) => [name, ground, least] as const));
const pairs: readonly (readonly [keyof Tokens, keyof Tokens, number])[] = [
	...onGround(texts, 4.5),
	...onGround(['control', 'focus'], 3),
	['on-accent', 'accent', 4.5],
	['accent', 'accent-soft', 4.5],
	['danger', 'danger-soft', 4.5],
	['warn', 'warn-soft', 4.5],
	['info', 'info-soft', 4.5],
	...(['accent-soft', 'danger-soft', 'warn-soft', 'info-soft'] as const).map(
		(soft) => ['ink', soft, 4.5] as const,
	),
];

for (const [name, tokens] of Object.entries(tokenSets) as [TokenSet, Tokens][]) {
	test(`texts and controls of ${name} are readable`, () => {
		const most = name.endsWith('contrast') ? 7 : 0;
		for (const [front, back, least] of pairs) {
			const needed = texts.some((text) => text === front) ? Math.max(least, most) : least;
			const found = contrast(tokens[front], tokens[back]);
			assert.ok(found >= needed, `${front} on ${back}: ${found.toFixed(2)} < ${needed}`);
		}
	});
}

/** Without what a formatter may change. */
const bare = (css: string): string =>
	css
		.toLowerCase()
		.replaceAll('"', "'")
		.replaceAll(/\s|;(?=\s*\})/g, '')
		.replaceAll(/(?<!\d)0(?=\.\d)/g, '');

test('the style sheet of the theme is the one its sources give', () => {
	const written = readFileSync(new URL('../styles/theme.css', import.meta.url), 'utf8');
	assert.equal(bare(written), bare(themeCss()), 'run: node packages/ui/scripts/write-theme-css.ts');
});
