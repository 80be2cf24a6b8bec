import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type ShapeFixture, shapeFaults } from '@navette/engine/conformance';
import { APPLICATIONS, catalogueOf } from './site.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

test('every past shape of every type of the site is kept, and still read', () => {
	const fixtures = globSync('packages/*/shapes/*.json', { cwd: ROOT }).map(
		(name) => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')) as ShapeFixture,
	);
	assert.deepEqual(shapeFaults(catalogueOf(APPLICATIONS).documents.values(), fixtures), []);
});
