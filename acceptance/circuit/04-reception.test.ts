/**
 * Point 4: the scenarios of reception with their numbers (S1, S2, S4, S5, S10), through the public
 * interface of a real server on SQLite.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertBits, alertNames, isSettled } from '@navette/circuit/model';
import {
	CAMEMBERT,
	CARROTS,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import {
	accepted,
	alertsOf,
	bounded,
	cartonOf,
	go,
	groupOrder,
	OURS,
	orderOf,
	put,
	refusedAs,
	weighed,
} from './support/asks.ts';

const orderChickens = async (circuit: Circuit): Promise<void> => {
	accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
	accepted(await put(circuit.as('bruno'), '3', { prod: CHICKEN, q2: 2 }));
	accepted(await put(circuit.as('chloe'), '4', { prod: CHICKEN, q2: 2 }));
};
const receive = (circuit: Circuit, prod: string, rec: object | null, more: object = {}) =>
	circuit.as('animator').call('RecLigne', { ...OURS, prod, rec, ...more });
const addPackages = (circuit: Circuit, prod: string, paq: readonly object[], co?: string) =>
	circuit.as('animator').call('PaqAjouter', { ...OURS, prod, paq, ...(co ? { co } : {}) });

test(
	'4. S1 chickens weighed: 86.22 € for four; A 42.49 €, B 22.73 €, C 21.00 €; all alerts off',
	bounded,
	withCircuit(async (circuit) => {
		await orderChickens(circuit);
		assert.equal((await groupOrder(circuit)).tot.px, 8_568);
		go.delivered(circuit);
		accepted(await receive(circuit, CHICKEN, { q2: 8, g: 7_245 }, { seen: null }));
		accepted(await addPackages(circuit, CHICKEN, weighed(1_720, 1_850, 1_910, 1_765)));
		const shelf = (await groupOrder(circuit)).lignes[CHICKEN]?.paq ?? [];
		assert.deepEqual(
			shelf.map(({ px }) => px),
			[2_047, 2_202, 2_273, 2_100],
		);
		assert.ok(alertNames(await alertsOf(circuit, CHICKEN)).includes('ORPH'));
		const move = (id: string, co: string) => ({ id, co, st: 0, seen: { co: null, st: 0 } });
		const paq = [move('p1', '2'), move('p2', '2'), move('p3', '3'), move('p4', '4')];
		accepted(await circuit.as('animator').call('PaqDeplacer', { ...OURS, prod: CHICKEN, paq }));

		const totals = [];
		for (const co of ['2', '3', '4']) totals.push((await orderOf(circuit, co)).tot);
		assert.deepEqual(
			totals.map(({ px, est }) => [px, est]),
			[
				[4_249, false],
				[2_273, false],
				[2_100, false],
			],
		);
		const order = await groupOrder(circuit);
		// 42.49 + 22.73 + 21.00: each line is rounded once, package by package.
		assert.equal(order.tot.px, 8_622);
		assert.equal(order.lignes[CHICKEN]?.dis.q2, 8);
		assert.deepEqual(alertNames(await alertsOf(circuit, CHICKEN)), []);
		const finished = async () => {
			const chat = await circuit.as('animator').pull('CHL/bocage');
			return JSON.stringify(chat.documents).split('"auto":"RECU"').length - 1;
		};
		assert.equal(await finished(), 1, 'reception finished is said');
		accepted(await receive(circuit, CHICKEN, { q2: 8, g: 7_245 }));
		assert.equal(await finished(), 1, 'once');
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'4. S2 one chicken lost: PERTE for group, grouping and producer; PAQ and REPART until C gives up',
	bounded,
	withCircuit(async (circuit) => {
		await orderChickens(circuit);
		go.closed(circuit);
		const shipped = { ...OURS, pr: '1', lignes: [{ rp: '1', exp: { q2: 8 } }] };
		accepted(await circuit.as('poultry').call('CartExp', shipped));
		go.delivered(circuit);
		accepted(await receive(circuit, CHICKEN, { q2: 6 }));
		accepted(await addPackages(circuit, CHICKEN, weighed(1_720, 1_850), '2'));
		accepted(await addPackages(circuit, CHICKEN, [{ id: 'b', g: 1_910 }], '3'));
		assert.deepEqual(alertNames(await alertsOf(circuit, CHICKEN)), ['PAQ', 'REPART', 'PERTE']);
		const carton = await cartonOf(circuit, 'poultry', '1');
		assert.deepEqual(alertNames(carton.tot.al), ['PERTE'], 'the producer is told');
		const tour = await circuit.as('bocage').pull(`CMDGP/bocage.${LIVR}`);
		const seen = tour.documents.find(({ type }) => type === 'BCG')?.data as {
			tot: { al: number };
		};
		assert.ok(alertNames(seen.tot.al).includes('PERTE'), 'the groupement is told');

		const asked = { gp: 'bocage', livr: LIVR, pr: '1' };
		const { constats } = accepted<{ constats: readonly object[] }>(
			await circuit.as('poultry').report('Constats', asked),
		);
		assert.deepEqual(constats, [
			{
				...{ gc: 'dupleix', prod: CHICKEN, cmd: { q2: 8, g: 0 }, rec: { q2: 6 } },
				...{ exp: { q2: 8, g: 0, np: 0 }, rem: null, al: alertBits('PERTE') },
			},
		]);
		refusedAs(await circuit.as('citrus').report('Constats', asked), 'E-DROIT');
		refusedAs(await circuit.as('animator').report('Constats', asked), 'E-DROIT');

		// Who holds a piece is said by the list of packages only.
		const byHand = { ...OURS, co: '4', prod: CHICKEN, dis: { q2: 2 } };
		refusedAs(await circuit.as('animator').call('DisLigne', byHand), 'E-PAQ');
		const shared = { ...OURS, prod: CHICKEN, strategie: 'rata' };
		refusedAs(await circuit.as('animator').call('DisRepartir', shared), 'E-PAQ');

		const none = { ...OURS, co: '4', prod: CHICKEN, q2: 0 };
		accepted(await circuit.as('animator').call('AttLigne', none));
		const alerts = await alertsOf(circuit, CHICKEN);
		assert.deepEqual(alertNames(alerts), ['FRUSTR', 'PERTE']);
		assert.ok(isSettled(alerts));
		assert.deepEqual(alertNames((await orderOf(circuit, '4')).tot.al), ['FRUSTR']);
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'4. S4 shortage: one crate of two shared pro rata; A ½ and B ½ at 10.50 €, C nothing',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 1 }));
		circuit.clock.set(circuit.clock.now() + 1_000);
		accepted(await put(circuit.as('bruno'), '3', { prod: ORANGES, q2: 2 }));
		circuit.clock.set(circuit.clock.now() + 1_000);
		accepted(await put(circuit.as('chloe'), '4', { prod: ORANGES, q2: 1 }));
		go.delivered(circuit);
		const share = (more: object = {}) =>
			circuit
				.as('animator')
				.call('DisRepartir', { ...OURS, prod: ORANGES, strategie: 'rata', ...more });
		refusedAs(await share(), 'E-VIDE');
		accepted(await receive(circuit, ORANGES, { q2: 2 }));
		assert.deepEqual(accepted(await share()), { parts: { 2: 1, 3: 1, 4: 0 }, reste: 0 });
		const orders = [];
		for (const co of ['2', '3', '4']) orders.push(await orderOf(circuit, co));
		assert.deepEqual(
			orders.map(({ lignes }) => lignes[ORANGES]?.dis?.q2),
			[1, 1, 0],
		);
		assert.deepEqual(
			orders.map(({ tot }) => tot.px),
			[1_050, 1_050, 0],
		);
		assert.deepEqual(
			orders.map(({ tot }) => alertNames(tot.al)),
			[[], ['FRUSTR'], ['FRUSTR']],
		);
		assert.ok(isSettled(await alertsOf(circuit, ORANGES)));
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'4. S5 bulk: weighed 1 040, 480, 430 g give 2.29, 1.06, 0.95 €; 2 100 g received must be shared',
	bounded,
	withCircuit(async (circuit) => {
		const wanted = { adele: '2', bruno: '3', chloe: '4' } as const;
		const grams = { adele: 1_000, bruno: 500, chloe: 500 } as const;
		for (const name of ['adele', 'bruno', 'chloe'] as const)
			accepted(await put(circuit.as(name), wanted[name], { prod: CARROTS, g: grams[name] }));
		go.distribution(circuit);
		const given = { 2: 1_040, 3: 480, 4: 430 };
		for (const [co, g] of Object.entries(given)) {
			const line = { ...OURS, co, prod: CARROTS, dis: { g }, seen: null };
			accepted(await circuit.as('animator').call('DisLigne', line));
		}
		const prices = [];
		for (const co of ['2', '3', '4']) prices.push((await orderOf(circuit, co)).tot.px);
		assert.deepEqual(prices, [229, 106, 95]);
		accepted(await receive(circuit, CARROTS, { g: 1_950 }));
		assert.equal((await groupOrder(circuit)).lignes[CARROTS]?.dis.g, 1_950);
		assert.ok(isSettled(await alertsOf(circuit, CARROTS)));
		accepted(await receive(circuit, CARROTS, { g: 2_100 }));
		assert.ok(alertNames(await alertsOf(circuit, CARROTS)).includes('REPART'));
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'4. S10 unordered product: three jars arrive, NONCMD until they are given to the group itself',
	bounded,
	withCircuit(async (circuit) => {
		go.delivered(circuit);
		accepted(await receive(circuit, CAMEMBERT, { q2: 6 }));
		const line = (await groupOrder(circuit)).lignes[CAMEMBERT];
		assert.deepEqual(line?.cmd, { q2: 0, g: 0, nco: 0 });
		assert.ok(alertNames(line.al).includes('NONCMD'));
		const gift = { ...OURS, co: '1', prod: CAMEMBERT, dis: { q2: 6 } };
		accepted(await circuit.as('animator').call('DisLigne', gift));
		assert.deepEqual(alertNames(await alertsOf(circuit, CAMEMBERT)), []);
		assert.equal((await orderOf(circuit, '1')).lignes[CAMEMBERT]?.dis?.q2, 6);
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);
