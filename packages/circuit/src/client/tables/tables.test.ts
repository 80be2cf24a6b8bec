import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CsvLanguage, column, readCsv, type Table, writeCsv } from '../../model/index.ts';
import { exportFile } from './export-file.ts';
import { importFile } from './import-file.ts';

const table: Table = {
	columns: [
		column('lib', 'text', 'Produit', 'Product'),
		column('q', 'halves', 'Quantité', 'Quantity'),
		column('pu', 'cents', 'Prix', 'Price'),
		column('d', 'day', 'Jour', 'Day'),
		column('etat', 'text', 'État', 'State'),
	],
	rows: [
		['Œufs ; par "12"', 3, 1_050, 20250614, { fr: 'pesé', en: 'weighed' }],
		['=SUM(A1)', 2, 5, null, null],
	],
};
const textOf = async (format: 'csv' | 'json', language: CsvLanguage) =>
	new TextDecoder('utf-8', { ignoreBOM: true }).decode(
		(await exportFile(table, format, { name: 'x', language })).bytes,
	);

test('CSV: French with `;` and commas, English with `,` and points, a mark of encoding, no formula', async () => {
	assert.equal(
		await textOf('csv', 'fr'),
		'\uFEFFProduit;Quantité;Prix;Jour;État\r\n"Œufs ; par ""12""";1,5;10,50;14/06/2025;pesé\r\n\'=SUM(A1);1;0,05;;\r\n',
	);
	assert.equal(
		await textOf('csv', 'en'),
		'\uFEFFProduct,Quantity,Price,Day,State\r\n"Œufs ; par ""12""",1.5,10.50,2025-06-14,weighed\r\n\'=SUM(A1),1,0.05,,\r\n',
	);
});

test('JSON keeps integers: half units, cents', async () => {
	const { rows, columns } = JSON.parse(await textOf('json', 'en'));
	assert.deepEqual(rows[0], {
		lib: 'Œufs ; par "12"',
		q: 3,
		pu: 1_050,
		d: 20250614,
		etat: { fr: 'pesé', en: 'weighed' },
	});
	assert.deepEqual(columns[2], { id: 'pu', kind: 'cents', title: 'Price' });
});

test('XLSX is written and read back: numbers as numbers, texts as texts, days as days', async () => {
	const file = await exportFile(table, 'xlsx', { name: 'Commande: juin?', language: 'fr' });
	assert.equal(file.name, 'Commande: juin?.xlsx');
	const read = await importFile(file.bytes);
	assert.deepEqual(read, {
		cells: [
			['Produit', 'Quantité', 'Prix', 'Jour', 'État'],
			['Œufs ; par "12"', '1.5', '10.5', '2025-06-14', 'pesé'],
			['=SUM(A1)', '1', '0.05', '', ''],
		],
	});
});

test('files that cannot be read say so', async () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	assert.deepEqual(await importFile(bytes('')), { fault: 'empty' });
	assert.deepEqual(await importFile(bytes('a;b\n')), { fault: 'empty' });
	assert.deepEqual(await importFile(Uint8Array.of(0, 1, 2)), { fault: 'unreadable' });
	assert.deepEqual(await importFile(Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9)), {
		fault: 'unreadable',
	});
	assert.deepEqual(await importFile(bytes(`a\n${'x\n'.repeat(3_001)}`)), { fault: 'too-long' });
	// `Pêche` as Windows writes it.
	assert.deepEqual(await importFile(Uint8Array.of(97, 10, 80, 0xea, 99, 104, 101)), {
		cells: [['a'], ['Pêche']],
	});
});

test('any table of texts is read back from CSV as it was written', () => {
	const text = fc.string({
		unit: fc.constantFrom('a', 'é', ';', ',', '"', '\n', ' ', '=', '-'),
		maxLength: 8,
	});
	const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { maxLength: 6 });
	const columns = [column('a', 'text', 'A', 'A'), column('b', 'text', 'B', 'B')];
	fc.assert(
		fc.property(rows, fc.constantFrom<CsvLanguage>('fr', 'en'), (list, language) => {
			const kept = list.filter((row) => row.some((cell) => cell.trim() !== ''));
			const back = readCsv(writeCsv({ columns, rows: kept }, language)).slice(1);
			assert.deepEqual(back, kept);
		}),
	);
});
