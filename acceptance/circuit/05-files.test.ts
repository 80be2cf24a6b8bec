/**
 * Point 5: exports as CSV, XLSX and JSON, imports with a dry run that says per line what will change,
 * through the public interface of a real server on SQLite.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportFile, importFile } from '@navette/circuit/client';
import type { ImportLine, Table } from '@navette/circuit/model';
import {
	CAMEMBERT,
	CARROTS,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import { accepted, bounded, go, OURS, orderOf, put, refusedAs, TOUR } from './support/asks.ts';

type Name = Parameters<Circuit['as']>[0];
const exported = async (circuit: Circuit, name: Name, input: object): Promise<Table> =>
	accepted<{ table: Table }>(await circuit.as(name).report('Exporter', { ...TOUR, ...input }))
		.table;
const csvOf = async (table: Table): Promise<string> =>
	new TextDecoder().decode((await exportFile(table, 'csv', { name: 'x', language: 'fr' })).bytes);

const order = async (circuit: Circuit): Promise<void> => {
	accepted(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 3 }));
	accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
	accepted(await put(circuit.as('bruno'), '3', { prod: CARROTS, g: 1_500 }));
};

test(
	'5. exports: a consumer’s order, the group’s, the producer’s, the matrix; as ordered, then as weighed',
	bounded,
	withCircuit(async (circuit) => {
		await order(circuit);
		const own = await csvOf(
			await exported(circuit, 'adele', { quoi: 'BCC', gc: 'dupleix', co: '2' }),
		);
		assert.equal(
			own,
			[
				'Code;Produit;Rayon;Commandé (unités);Commandé (g);Dû (unités);Dû (g);Poids net (g);Poids brut (g);Poids;Prix unitaire;Montant',
				'2.1;Oranges;Divers;1,5;;1,5;;15000;15000;commandé;21,00;31,50',
				'1.1;Poulet fermier;Divers;2;;2;;3600;3600;estimé;11,90;42,84',
				'',
			].join('\r\n'),
		);
		const group = await exported(circuit, 'animator', { quoi: 'BCG', gc: 'dupleix' });
		assert.equal(group.rows.length, 3);
		const producer = await exported(circuit, 'poultry', { quoi: 'BCP', pr: '1' });
		assert.deepEqual(producer.rows, [[CHICKEN, 'Poulet fermier', 'Divers', 4, 0, 4_284, 4, 0]]);
		const matrix = await exported(circuit, 'animator', { quoi: 'MATRICE', gc: 'dupleix' });
		assert.deepEqual(
			matrix.columns.map(({ title }) => title.fr),
			['Code', 'Produit', 'Rayon', 'Adèle (unités)', 'Adèle (g)', 'Bruno (unités)', 'Bruno (g)'],
		);
		go.distribution(circuit);
		const given = { ...OURS, co: '3', prod: CARROTS, dis: { g: 1_480 } };
		accepted(await circuit.as('animator').call('DisLigne', given));
		const weighed = await csvOf(
			await exported(circuit, 'bruno', { quoi: 'BCC', gc: 'dupleix', co: '3' }),
		);
		assert.match(weighed, /3\.1;Carottes;Divers;;1500;;1480;1480;1480;pesé;2,20;3,26/);
	}),
);

test(
	'5. an export shows what a pull shows and nothing else: one cell for each role',
	bounded,
	withCircuit(async (circuit) => {
		await order(circuit);
		const own = { quoi: 'BCC', gc: 'dupleix', co: '2' };
		const group = { quoi: 'BCG', gc: 'dupleix' };
		const matrix = { quoi: 'MATRICE', gc: 'dupleix' };
		const producer = { quoi: 'BCP', pr: '1' };
		const cells: readonly (readonly [Name, object, boolean])[] = [
			...(['adele', 'paul', 'animator', 'helper'] as const).map(
				(name) => [name, own, true] as const,
			),
			...(['bruno', 'gaelle', 'agora', 'bocage', 'poultry', 'admin'] as const).map(
				(name) => [name, own, false] as const,
			),
			...(['adele', 'bruno', 'animator', 'bocage'] as const).map(
				(name) => [name, group, true] as const,
			),
			...(['gaelle', 'agora', 'poultry', 'admin'] as const).map(
				(name) => [name, group, false] as const,
			),
			['animator', matrix, true],
			...(['adele', 'agora', 'bocage', 'poultry'] as const).map(
				(name) => [name, matrix, false] as const,
			),
			...(['poultry', 'bocage'] as const).map((name) => [name, producer, true] as const),
			...(['citrus', 'adele', 'animator'] as const).map((name) => [name, producer, false] as const),
		];
		for (const [name, input, isSeen] of cells) {
			const answer = await circuit.as(name).report('Exporter', { ...TOUR, ...input });
			if (isSeen) accepted(answer);
			else refusedAs(answer, 'E-DROIT');
		}
		const far = { ...TOUR, quoi: 'BCG', gc: 'lointain' };
		refusedAs(await circuit.as('far').report('Exporter', far), 'E-LIEN');
	}),
);

const COLUMNS = [
	'Producteur',
	'Numéro',
	'Produit',
	'Rayon',
	'Mode',
	'Pas (g)',
	'Prix',
	'Poids net (g)',
	'Demi',
	'Entier par groupe',
	'À partir du',
];

test(
	'5. import of products: each line said in a dry run, one wrong line refuses all, then it is done',
	bounded,
	withCircuit(async (circuit) => {
		const good = [
			COLUMNS,
			['2', '', 'Clémentines', 'Fruits', 'U', '', '22,40', '8000', 'oui', 'oui', ''],
			['3', '', 'Poireaux', 'Légumes', 'P', '500', '3.10', '', '', '', ''],
			['3', '2', 'Camembert au lait cru', '', '', '', '3,60', '', '', '', '01/07/2025'],
			['4', '1', '', '', '', '', '5,40', '', '', '', ''],
		];
		const bad = [
			['9', '', 'Miel', 'Épicerie', 'U', '', '7,20', '500', '', '', ''],
			['4', '', 'Miel', 'Épicerie', 'U', '', 'sept', '500', '', '', ''],
			['3', '1', '', '', 'U', '', '', '', '', '', ''],
			['4', '', 'Thé', '', 'U', '', '', '', '', '', ''],
			['4', '', 'Lait', 'Crémerie', 'U', '', '1,10', '1000', 'non', 'oui', ''],
			['3', '2', '', '', '', '', '3,70', '', '', '', ''],
			['4', '1', '', '', '', '', '5,50', '', '', '', '31/02/2025'],
		];
		const dryRun = async (lignes: readonly (readonly string[])[]) =>
			accepted<{ lignes: ImportLine[] }>(
				await circuit.as('bocage').report('CatgEssai', { gp: 'bocage', lignes }),
			).lignes;
		const said = await dryRun([...good, ...bad]);
		assert.deepEqual(
			said.map(({ ligne, code, effet, fautes }) => [
				ligne,
				code,
				effet,
				fautes.map(({ colonne, raison }) => `${colonne}:${raison}`).join(' '),
			]),
			[
				[2, '2.2', 'nouveau', ''],
				[3, '3.3', 'nouveau', ''],
				[4, CAMEMBERT, 'conditions', ''],
				[5, '4.1', 'identique', ''],
				[6, '', 'faux', 'pr:producteur'],
				[7, '', 'faux', 'pu:nombre'],
				[8, CARROTS, 'faux', 'mode:fixe'],
				[9, '', 'faux', 'rayon:manque pu:manque pn:manque'],
				[10, '', 'faux', 'par:ensemble'],
				[11, CAMEMBERT, 'faux', 'rp:double'],
				[12, '4.1', 'faux', 'd:jour'],
			],
		);
		assert.equal(said[4]?.fautes[0]?.phrase.en, 'This producer does not exist: create it first.');
		const take = (lignes: readonly (readonly string[])[], name: Name = 'bocage') =>
			circuit.as(name).call('CatgImporter', { gp: 'bocage', lignes });
		const refused = refusedAs(await take([...good, ...bad]), 'E-IMPORT');
		assert.deepEqual(refused.detail, { lignes: 7, ligne: 6, colonne: 'pr', raison: 'producteur' });
		refusedAs(await take(good, 'animator'), 'E-DROIT');
		accepted(await take(good));

		// What was imported is exported, and imported again changes nothing, by CSV and by XLSX.
		const general = await exported(circuit, 'bocage', { quoi: 'CATG', livr: undefined });
		assert.equal(general.rows.length, 7);
		for (const format of ['csv', 'xlsx'] as const)
			for (const language of ['fr', 'en'] as const) {
				const { bytes } = await exportFile(general, format, { name: 'x', language });
				const read = await importFile(bytes);
				assert.ok('cells' in read);
				const effects = (await dryRun(read.cells)).map(({ effet, fautes }) => [effet, ...fautes]);
				assert.deepEqual(new Set(effects.flat()), new Set(['identique']), `${format} ${language}`);
			}
	}),
);

test(
	'5. import of orders for people without internet: by code or name, weights with their unit',
	bounded,
	withCircuit(async (circuit) => {
		const TITLES = ['Consommateur', 'Produit', 'Quantité'];
		const good = [
			['2', ORANGES, '1,5'],
			['Bruno', 'carottes', '1,5 kg'],
			['chloé', 'Camembert', '2'],
			['1', ORANGES, '½'],
		];
		const bad = [
			['99', ORANGES, '1'],
			['2', 'Caviar', '1'],
			['2', CARROTS, '1000'],
			['3', CARROTS, '300 g'],
			['4', 'Café', '0,5'],
			['2', ORANGES, '2'],
			['Farid', ORANGES, '2'],
		];
		const dryRun = await circuit
			.as('animator')
			.report('CmdEssai', { ...OURS, lignes: [TITLES, ...good, ...bad] });
		assert.deepEqual(
			accepted<{ lignes: ImportLine[] }>(dryRun).lignes.map(({ effet, fautes }) =>
				[effet, ...fautes.map(({ colonne, raison }) => `${colonne}:${raison}`)].join(' '),
			),
			[
				...['nouveau', 'nouveau', 'nouveau', 'nouveau'],
				...['faux co:personne', 'faux prod:produit', 'faux q:unite', 'faux q:pas'],
				...['faux q:demi', 'faux prod:double', 'faux co:personne'],
			],
		);
		const take = (lignes: readonly string[][], name: Name = 'animator') =>
			circuit.as(name).call('CmdImporter', { ...OURS, lignes: [TITLES, ...lignes] });
		refusedAs(await take([...good, ...bad]), 'E-IMPORT');
		refusedAs(await take(good, 'adele'), 'E-DROIT');
		accepted(await take(good));
		const line = (await orderOf(circuit, '3')).lignes[CARROTS];
		assert.deepEqual([line?.cmd.g, line?.cmd.par], [1_500, 'GC/dupleix Zoe']);
		assert.equal((await orderOf(circuit, '1')).lignes[ORANGES]?.cmd.q2, 1);
		assert.deepEqual(await circuit.drift(LIVR), []);
		go.closed(circuit);
		refusedAs(await take(good), 'E-PHASE');
	}),
);
