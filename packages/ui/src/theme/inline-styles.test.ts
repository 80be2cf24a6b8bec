import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname, '../../../..');

/** What of Mantine writes a `<style>` into the page, which the browser policy refuses. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
	[/\b(SimpleGrid|Grid|AppShell)\b(?=[^;]*from '@mantine\/core')/, 'use Columns or Layout'],
	[/\b(MantineProvider|ColorSchemeScript)\b(?=[^;]*from '@mantine\/core')/, 'use ThemeProvider'],
	[/<(Flex|Box|Group|Stack|Text|Button)\b[^>]*=\{\{\s*(base|xs|sm|md|lg|xl):/, 'write a class'],
	[/dangerouslySetInnerHTML|\.innerHTML\b/, 'make elements'],
	[/\blockScroll(?!=\{false\})(?=[\s/>])/, 'the style sheet locks the page'],
];

/** Where `MantineProvider` is set up once, and this page. */
const ALLOWED = ['packages/ui/src/theme/'];

const sourcesBelow = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
		.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
		.filter((name) => !name.includes('node_modules') && !name.includes('.test.'));

/** Faults of a source text against the policy. */
const faultsOf = (text: string): string[] =>
	REFUSED.filter(([pattern]) => pattern.test(text)).map(([, advice]) => advice);

test('no screen uses a part that writes inline style sheets', () => {
	const folders = ['packages/ui/src', 'packages/circuit/src/ui', 'apps/web/src']
		.map((name) => path.join(root, name))
		.filter(existsSync);
	const faults = folders
		.flatMap(sourcesBelow)
		.filter((name) => !ALLOWED.some((allowed) => name.startsWith(allowed)))
		.flatMap((name) =>
			faultsOf(readFileSync(path.join(root, name), 'utf8')).map((fault) => `${name}: ${fault}`),
		);
	assert.deepEqual(faults, []);
});

test('the check sees what it must refuse', () => {
	assert.deepEqual(faultsOf("import { Group, SimpleGrid } from '@mantine/core';").length, 1);
	assert.deepEqual(faultsOf('<Stack gap={{ base: 4, md: 8 }}>').length, 1);
	assert.deepEqual(faultsOf('<Modal.Root lockScroll>').length, 1);
	assert.deepEqual(faultsOf('<Modal.Root lockScroll={false} />'), []);
	assert.deepEqual(faultsOf("import { Stack } from '@mantine/core';\n<DataGrid />"), []);
});
