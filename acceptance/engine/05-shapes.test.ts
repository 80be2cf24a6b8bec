import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { decodeCbor } from '@navette/codec';
import { ok, silentLog, systemClock, systemRandom } from '@navette/core';
import { createEngine } from '@navette/engine';
import { letterOfShape } from '@navette/engine/conformance';
import { createCatalogue } from '@navette/model';
import { createMemoryNoticeBus } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';

/** Point 5: programs of three times, each with its shape of a letter, over one database. */
const ORG = 'north';
const caller = () => ({ id: 'mia', rights: [] });

const openProgram = async (file: string, shape: 1 | 2 | 3) => {
	const type = letterOfShape(shape);
	const catalogue = createCatalogue([type], [{ name: 'LETTERS', key: [] }]);
	assert.ok(catalogue.ok);
	const engine = createEngine({
		store: await createSqliteDocumentStore({ path: file, random: systemRandom }),
		bus: createMemoryNoticeBus(),
		catalogue: catalogue.value,
		policy: { thread: () => ({ LETTER: {} }), dependsOn: [] },
		...{ clock: systemClock, random: systemRandom, log: silentLog, soon: setImmediate },
	});
	const write = (n: string, data: unknown) =>
		engine.run({
			org: ORG,
			caller,
			async work(context) {
				await context.write('LETTER', { n }, data);
				return ok(null);
			},
		});
	const read = (n: string) =>
		engine.read(ORG, caller, async (source) => ok(await source.read('LETTER', { n })));
	/** What a device is sent, by the ids of letters. */
	const pulled = async () => {
		const opened = await engine.open(ORG, caller, ['LETTERS/']);
		const reference = opened.ok ? opened.value.threads[0]?.outcome : undefined;
		assert.ok(reference?.ok);
		const wish = { reference: reference.value, since: 0 };
		const outcome = await engine.pull(ORG, caller, [wish], 100);
		const thread = outcome.ok ? outcome.value.threads[0]?.outcome : undefined;
		assert.ok(thread?.ok);
		return new Map(
			thread.value.page.documents.map(([, id, , , data]) => {
				const decoded = decodeCbor(data ?? new Uint8Array());
				return [id, decoded.ok ? decoded.value : undefined];
			}),
		);
	};
	return { engine, write, read, pulled };
};

test('5. letters of two past shapes are letters of today on every way out, and stay readable', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-shapes-'));
	const file = path.join(folder, 'navette.sqlite');
	try {
		const first = await openProgram(file, 1);
		await first.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
		await first.write('1', { text: 'Dear Ana,\n\nMonday.', to: 'ana' });
		await first.engine.close();
		const second = await openProgram(file, 2);
		await second.write('2', { text: 'Two.', recipients: ['ana', 'gus'] });
		assert.deepEqual(
			await second.read('1'),
			ok({ text: 'Dear Ana,\n\nMonday.', recipients: ['ana'] }),
		);
		await second.engine.close();
		const third = await openProgram(file, 3);
		await third.write('3', { paragraphs: ['Three.'], recipients: [] });
		const today = {
			'1': { paragraphs: ['Dear Ana,', 'Monday.'], recipients: ['ana'] },
			'2': { paragraphs: ['Two.'], recipients: ['ana', 'gus'] },
			'3': { paragraphs: ['Three.'], recipients: [] },
		};
		for (const [n, data] of Object.entries(today)) assert.deepEqual(await third.read(n), ok(data));
		assert.deepEqual(Object.fromEntries(await third.pulled()), today);
		await third.engine.close();
		const late = await openProgram(file, 2);
		await assert.rejects(late.read('3'), /shape 3 is newer than this program/);
		assert.deepEqual(await late.read('2'), ok({ text: 'Two.', recipients: ['ana', 'gus'] }));
		await late.engine.close();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
