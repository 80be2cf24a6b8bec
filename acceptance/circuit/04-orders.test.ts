/**
 * Point 4: the scenarios of ordering with their numbers (S3, S6, S8, S11, S13, S15, S16), through the
 * public interface of a real server on SQLite: calls and pulls over HTTP, news over WebSocket.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertNames, type ConsumerOrder, circuitNews, halvesMissing } from '@navette/circuit/model';
import {
	at,
	CAMEMBERT,
	CHICKEN,
	COFFEE,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { withCircuit } from '../first-light/support/circuit-server.ts';
import type { News } from '../first-light/support/person.ts';
import {
	accepted,
	bounded,
	catalogueOf,
	dataOf,
	groupOrder,
	OURS,
	put,
	refusedAs,
	TOUR,
} from './support/asks.ts';

const GROUP = `dupleix.bocage.${LIVR}`;
const OWN = `dupleix.2.bocage.${LIVR}`;
const orderIn = (news: News | undefined) => news?.documents[0]?.[2] as ConsumerOrder | undefined;

test(
	'4. S3 half crates: 42.00 € for two; one leaves, ½ is missing; the group itself takes it',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 1 }));
		accepted(await put(circuit.as('bruno'), '3', { prod: ORANGES, q2: 2 }));
		accepted(await put(circuit.as('chloe'), '4', { prod: ORANGES, q2: 1 }));
		const state = async () => {
			const order = await groupOrder(circuit);
			const line = order.lignes[ORANGES];
			const product = (await catalogueOf(circuit))[ORANGES]?.perm;
			assert.ok(product);
			const alerts = alertNames(line?.al ?? 0);
			return [line?.att.q2, order.tot.px, alerts, halvesMissing(line, product)];
		};
		assert.deepEqual(await state(), [4, 4_200, [], 0]);
		accepted(await put(circuit.as('chloe'), '4', { prod: ORANGES, q2: 0 }));
		assert.deepEqual(await state(), [3, 3_150, ['PARITE'], 1]);
		accepted(await put(circuit.as('animator'), '1', { prod: ORANGES, q2: 1 }));
		assert.deepEqual(await state(), [4, 4_200, [], 0]);
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'4. S6 coffee is never halved, by nobody and by no way',
	bounded,
	withCircuit(async (circuit) => {
		const half = { prod: COFFEE, q2: 1 };
		const animator = circuit.as('animator');
		refusedAs(await put(circuit.as('adele'), '2', half), 'E-DEMI');
		refusedAs(await put(animator, '2', half), 'E-DEMI');
		refusedAs(await animator.call('AttLigne', { ...OURS, co: '2', ...half }), 'E-DEMI');
		circuit.clock.set(at(14, 10));
		const rec = { ...OURS, prod: COFFEE, rec: { q2: 3 } };
		refusedAs(await animator.call('RecLigne', rec), 'E-DEMI');
		const dis = { ...OURS, co: '2', prod: COFFEE, dis: { q2: 1 } };
		refusedAs(await animator.call('DisLigne', dis), 'E-DEMI');
	}),
);

test(
	'4. S8 clock: consumer at closing − 12 h, animator at closing, prices at departure, after a restart too',
	bounded,
	withCircuit(async (circuit) => {
		const byConsumer = () => put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 });
		const byAnimator = () => put(circuit.as('animator'), '2', { prod: CHICKEN, q2: 2 });
		circuit.clock.set(at(12, 8) - 1);
		accepted(await byConsumer());
		circuit.clock.set(at(12, 8));
		refusedAs(await byConsumer(), 'E-PHASE');
		accepted(await byAnimator());
		circuit.clock.set(at(12, 20));
		refusedAs(await byConsumer(), 'E-PHASE');
		refusedAs(await byAnimator(), 'E-PHASE');
		circuit.clock.set(at(14, 6));
		await circuit.restart();
		const price = { ...TOUR, prod: CAMEMBERT, pu: 370 };
		refusedAs(await circuit.as('bocage').call('CatlAmender', price), 'E-GEL');
	}),
);

test(
	'4. S11 two phones: Ana, who saw 1, gets E-VU with 3; Paul’s change is news to the other, not to him',
	bounded,
	withCircuit(async (circuit) => {
		const paul = circuit.as('paul');
		const ana = circuit.as('adele');
		accepted(await put(paul, '2', { prod: CHICKEN, q2: 2, seen: null }));
		const toAna = await ana.listen(`CMDC/${GROUP}`);
		const now = at(5, 18);
		circuit.clock.set(now);
		accepted(await put(paul, '2', { prod: CHICKEN, q2: 6, seen: { q2: 2 } }));
		const [news] = await toAna();
		const order = orderIn(news);
		assert.equal(order?.lignes[CHICKEN]?.cmd.q2, 2 * 3);
		const told = (since: number) =>
			circuitNews({
				account: { id: 'Adele', rights: [] },
				...{ thread: 'CMDC', type: 'BCC', key: { co: '2' }, data: order, since },
			});
		assert.equal(told(now), 'news');
		assert.equal(told(now + 1), undefined);
		const refused = await put(ana, '2', { prod: CHICKEN, q2: 4, seen: { q2: 2 } });
		assert.equal(refusedAs(refused, 'E-VU').detail?.current, 2 * 3);
	}),
);

test(
	'4. S13 privacy: no consumer’s order for the groupement, no name on packages for a consumer',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 2 }));
		circuit.clock.set(at(14, 9));
		const paq = [{ id: 'a', g: 1_700 }];
		const add = { ...OURS, prod: CHICKEN, paq, co: '2' };
		accepted(await circuit.as('animator').call('PaqAjouter', add));
		const tour = await circuit.as('bocage').pull(`CMDGP/bocage.${LIVR}`);
		assert.ok(tour.documents.every(({ type }) => type !== 'BCC'));
		assert.equal(await circuit.as('bocage').open(`CMDC/${GROUP}`), undefined);
		const seen = await circuit.as('bruno').pull(`CMDG/${GROUP}`);
		const order = dataOf<{ lignes: Record<string, { paq: { co: null }[] }> }>(seen, 'BCG', GROUP);
		assert.deepEqual(
			order.lignes[CHICKEN]?.paq.map(({ co }) => co),
			[null],
		);
	}),
);

test(
	'4. S15 an order emptied is a tombstone for who was there before; ordered again it lives, higher',
	bounded,
	withCircuit(async (circuit) => {
		const adele = circuit.as('adele');
		const path = `CMDC/${GROUP}`;
		accepted(await put(adele, '2', { prod: CHICKEN, q2: 2 }));
		const { version } = await adele.pull(path);
		accepted(await put(adele, '2', { prod: CHICKEN, q2: 0 }));
		const emptied = await adele.pull(path, version);
		const zombie = { type: 'BCC', id: OWN, version: emptied.version, deleted: 20_250_605 };
		assert.deepEqual(emptied.documents, [zombie]);
		accepted(await put(adele, '2', { prod: CHICKEN, q2: 4 }));
		const reborn = await adele.pull(path, emptied.version);
		assert.equal(dataOf<ConsumerOrder>(reborn, 'BCC', OWN).lignes[CHICKEN]?.cmd.q2, 4);
		assert.ok(reborn.version > emptied.version);
	}),
);

test(
	'4. S16 incremental: a reader at 112 is given what is above it; one version in two threads',
	bounded,
	withCircuit(async (circuit) => {
		const tour = `CMDGP/bocage.${LIVR}`;
		const adele = circuit.as('adele');
		const bocage = circuit.as('bocage');
		for (let q2 = 2; (await bocage.pull(tour, 1_000)).version < 112; q2 = 6 - q2)
			accepted(await put(adele, '2', { prod: CHICKEN, q2 }));
		assert.deepEqual((await bocage.pull(tour, 112)).documents, []);
		accepted(await put(circuit.as('bruno'), '3', { prod: ORANGES, q2: 2 }));
		const changed = await bocage.pull(tour, 112);
		assert.deepEqual(
			changed.documents.map(({ type, id, version }) => [type, id, version > 112]),
			[
				['BCG', GROUP, true],
				['CART', `bocage.2.${LIVR}.dupleix`, true],
			],
		);
		const elsewhere = await circuit.as('animator').pull('CMDOV/dupleix.bocage');
		assert.equal(elsewhere.version, changed.version);
	}),
);
