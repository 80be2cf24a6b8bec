/**
 * Point 4: prices after the opening and deliveries copied (S7, S17), and the life of a delivery from
 * its announcement to its cancellation, through the public interface of a real server on SQLite.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Calendar, Delivery } from '@navette/circuit/model';
import {
	at,
	CAMEMBERT,
	CHICKEN,
	LIVR,
	ORANGES,
	PREVIOUS,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import {
	accepted,
	bounded,
	catalogueOf,
	dataOf,
	go,
	OURS,
	orderOf,
	put,
	refusedAs,
	TOUR,
} from './support/asks.ts';

/** An instant of July 2025 in Paris. */
const july = (day: number, hour: number): number => Date.UTC(2025, 6, day, hour - 2);
const byBocage = (circuit: Circuit, name: string, input: object) =>
	circuit.as('bocage').call(name, { gp: 'bocage', ...input });
const deliveryOf = async (circuit: Circuit, livr: string): Promise<Delivery> =>
	dataOf(await circuit.as('bocage').pull('CALGP/bocage'), 'LIVRG', `bocage.${livr}`);
const calendarOf = async (circuit: Circuit): Promise<Calendar> =>
	dataOf(await circuit.as('gaelle').pull('CALGP/bocage'), 'CALG', 'bocage');

test(
	'4. S7 price after opening: 3.40 stays beside 3.60 then 3.55; frozen once the truck left',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: CAMEMBERT, q2: 4 }));
		const price = (pu: number) =>
			byBocage(circuit, 'CatlAmender', { ...TOUR, prod: CAMEMBERT, pu });
		const prices = async () => {
			const line = (await catalogueOf(circuit))[CAMEMBERT];
			return [line?.ouv?.pu, line?.act.pu];
		};
		assert.deepEqual(await prices(), [undefined, 340]);
		accepted(await price(360));
		assert.deepEqual(await prices(), [340, 360]);
		assert.equal((await orderOf(circuit, '2')).tot.px, 720);
		accepted(await price(355));
		assert.deepEqual(await prices(), [340, 355]);
		go.shipped(circuit);
		refusedAs(await price(350), 'E-GEL');
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'4. S17 duplicate: Saturday 14 June to Saturday 12 July, same weekdays and hours, conditions chosen',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await byBocage(circuit, 'CatlAmender', { ...TOUR, prod: CAMEMBERT, pu: 360 }));
		const copy = (to: readonly string[], catalogue: boolean) =>
			byBocage(circuit, 'LivrDupliquer', { livr: LIVR, to, catalogue });
		accepted(await copy(['20250712'], true));
		accepted(await copy(['20250719'], false));
		const { tOuv, tClo, tExp, pts } = await deliveryOf(circuit, '20250712');
		// Thursday 10 July 20:00, as Thursday 12 June 20:00 was.
		assert.equal(tClo, july(10, 20));
		assert.deepEqual([tOuv, tExp], [at(2, 8) + 28 * 86_400_000, july(12, 6)]);
		assert.equal(pts.dupleix?.tLiv, july(12, 9));
		const priceOn = async (livr: string) => {
			const report = await circuit.as('bocage').report('Catalogue', { gp: 'bocage', livr });
			const { lignes } = accepted<{ lignes: Record<string, { act: { pu: number } }> }>(report);
			return lignes[CAMEMBERT]?.act.pu;
		};
		assert.deepEqual([await priceOn('20250712'), await priceOn('20250719')], [360, 340]);
		const { livrs } = await calendarOf(circuit);
		assert.equal(livrs.find(({ livr }) => livr === '20250712')?.det, true);
		// A season is copied whole or not at all.
		refusedAs(await copy(['20250726', '20250712'], false), 'E-DEJA');
		assert.equal(
			(await calendarOf(circuit)).livrs.some(({ livr }) => livr === '20250726'),
			false,
		);
		refusedAs(await copy(['20250517'], false), 'E-DATE');
	}),
);

const stop = (day: number, ordre: number) => ({
	...{ tLiv: july(day, 9), adrL: '1 place de la Halle', ordre },
	...{ tDis: july(day, 10), adrD: '1 place de la Halle' },
});
const DATES = { tOuv: july(1, 8), tClo: july(10, 20), tExp: july(12, 6) };

test(
	'4. a delivery is announced, created, given stops, deleted before it opens',
	bounded,
	withCircuit(async (circuit) => {
		const livr = '20250712';
		const annonce = { ...DATES, gcs: ['dupleix'] };
		accepted(await byBocage(circuit, 'LivrAnnoncer', { livr, annonce }));
		const entry = async () => (await calendarOf(circuit)).livrs.find((one) => one.livr === livr);
		assert.equal((await entry())?.det, false);
		const wrong = { ...DATES, tClo: july(12, 7), gcs: ['dupleix'] };
		refusedAs(
			await byBocage(circuit, 'LivrAnnoncer', { livr: '20250713', annonce: wrong }),
			'E-DATE',
		);
		const unlinked = { ...DATES, gcs: ['lointain'] };
		refusedAs(
			await byBocage(circuit, 'LivrAnnoncer', { livr: '20250713', annonce: unlinked }),
			'E-LIEN',
		);

		const create = (more: object) => byBocage(circuit, 'LivrCreer', { livr, ...DATES, ...more });
		refusedAs(await create({ pts: { lointain: stop(12, 1) } }), 'E-LIEN');
		refusedAs(await create({ pts: { dupleix: stop(11, 1) } }), 'E-DATE');
		refusedAs(await create({ tOuv: at(1, 8), tClo: at(4, 8), pts: {} }), 'E-DATE');
		accepted(await create({ pts: { dupleix: stop(12, 1) } }));
		assert.equal((await entry())?.det, true);
		assert.equal((await deliveryOf(circuit, livr)).tArc, july(12, 6) + 30 * 86_400_000);
		refusedAs(await create({ pts: {} }), 'E-DEJA');
		refusedAs(await byBocage(circuit, 'LivrAnnoncer', { livr, annonce }), 'E-DEJA');

		const points = (input: object) => byBocage(circuit, 'LivrPoints', { livr, ...input });
		accepted(await points({ gc: 'agora', ajout: stop(12, 2) }));
		refusedAs(await points({ gc: 'agora', ajout: stop(12, 2) }), 'E-DEJA');
		refusedAs(await points({ gc: 'lointain', ajout: stop(12, 3) }), 'E-LIEN');
		accepted(await points({ gc: 'agora', ordre: 1, cam: 'B' }));
		assert.equal((await deliveryOf(circuit, livr)).pts.agora?.cam, 'B');
		accepted(await points({ gc: 'agora', cam: null }));
		const { cam, ordre } = (await deliveryOf(circuit, livr)).pts.agora ?? {};
		assert.deepEqual([cam, ordre], [undefined, 1], 'no truck any more, at the same place');
		accepted(await points({ gc: 'agora', retrait: { confirme: false } }));
		assert.equal((await deliveryOf(circuit, livr)).pts.agora, undefined);

		accepted(await byBocage(circuit, 'LivrAnnuler', { livr }));
		assert.equal(await entry(), undefined);
		accepted(await byBocage(circuit, 'LivrAnnoncer', { livr, annonce }));
		accepted(await byBocage(circuit, 'LivrAnnoncer', { livr }));
		refusedAs(await byBocage(circuit, 'LivrAnnoncer', { livr }), 'E-VIDE');
	}),
);

test(
	'4. once people have ordered: a stop is removed after confirmation, a delivery cancelled with a reason',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 2 }));
		const remove = (confirme: boolean) =>
			byBocage(circuit, 'LivrPoints', { ...OURS, retrait: { confirme } });
		refusedAs(await remove(false), 'E-DATE');
		accepted(await remove(true));
		refusedAs(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 4 }), 'E-PHASE');
		assert.equal((await orderOf(circuit, '2')).lignes[ORANGES]?.cmd.q2, 2, 'orders are kept');

		refusedAs(await byBocage(circuit, 'LivrAnnuler', TOUR), 'E-DATE');
		const raison = 'Le camion est en panne.';
		accepted(await byBocage(circuit, 'LivrAnnuler', { ...TOUR, raison }));
		assert.equal((await deliveryOf(circuit, LIVR)).ann?.raison, raison);
		refusedAs(await byBocage(circuit, 'LivrAnnuler', { ...TOUR, raison }), 'E-PHASE');
		const { documents } = await circuit.as('adele').pull('CHL/bocage');
		assert.match(JSON.stringify(documents), /"auto":"ANNULE"/);
	}),
);

test(
	'4. left, arrived, distribution begun: each sets its date to now, in that order only',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
		const left = () => byBocage(circuit, 'LivrDire', { ...TOUR, quoi: 'parti' });
		const say = (quoi: string) => circuit.as('animator').call('LivrDire', { ...OURS, quoi });
		refusedAs(await left(), 'E-PHASE');
		circuit.clock.set(at(13, 18));
		refusedAs(await say('arrive'), 'E-PHASE');
		accepted(await left());
		refusedAs(await say('distribue'), 'E-PHASE');
		circuit.clock.set(at(13, 20));
		accepted(await say('arrive'));
		circuit.clock.set(at(13, 21));
		accepted(await say('distribue'));
		const { tExp, pts } = await deliveryOf(circuit, LIVR);
		assert.deepEqual(
			[tExp, pts.dupleix?.tLiv, pts.dupleix?.tDis],
			[at(13, 18), at(13, 20), at(13, 21)],
		);
		const tick = { ...OURS, co: '2', qui: 'Adèle' };
		accepted(await circuit.as('animator').call('DisRetrait', tick));
		assert.deepEqual((await orderOf(circuit, '2')).ret?.qui, 'Adèle');
		// Once somebody has left with a basket, the distribution does not move any more.
		const move = { ...TOUR, pts: { dupleix: { tDis: at(13, 22) } } };
		refusedAs(await circuit.as('animator').call('LivrDates', move), 'E-DATE');
	}),
);

test(
	'4. products and their dated conditions; a product a delivery still offers is not removed',
	bounded,
	withCircuit(async (circuit) => {
		const perm = {
			...{ lib: 'Clémentines', rayon: 'Fruits', cons: 'F', labels: [], tva: 550 },
			...{ mode: 'U', emb: 'caisse', demi: true, par: 2 },
		};
		const cv = { d: 20250601, dispo: 3, pu: 2_240, pn: 8_000, pb: 8_400 };
		const create = (input: object) =>
			byBocage(circuit, 'ProdCreer', { pr: '2', perm, cv, ...input });
		assert.equal(accepted<{ prod: string }>(await create({})).prod, '2.2');
		refusedAs(await create({ rp: '2' }), 'E-DEJA');
		refusedAs(await create({ pr: '9' }), 'E-PROD');
		refusedAs(await create({ perm: { ...perm, mode: 'P' } }), 'E-PROD');

		const change = (name: string, input: object) =>
			byBocage(circuit, name, { prod: '2.2', ...input });
		accepted(await change('ProdMaj', { lib: 'Clémentines 8 kg', desc: 'De Corse' }));
		accepted(await change('ProdMaj', { desc: null }));
		refusedAs(await change('CondPoser', { cv: { ...cv, d: 20250604 } }), 'E-DATE');
		accepted(await change('CondPoser', { cv: { ...cv, d: 20250701, pu: 2_100 } }));
		refusedAs(await change('CondSuppr', { d: 20250601 }), 'E-DATE');
		accepted(await change('CondSuppr', { d: 20250701 }));

		accepted(await put(circuit.as('adele'), '2', { prod: CAMEMBERT, q2: 4 }));
		refusedAs(await byBocage(circuit, 'ProdRetirer', { prod: CAMEMBERT }), 'E-DISPO');
		accepted(await byBocage(circuit, 'CatlAmender', { ...TOUR, prod: CAMEMBERT, dispo: 0 }));
		accepted(await byBocage(circuit, 'ProdRetirer', { prod: CAMEMBERT }));
		refusedAs(await byBocage(circuit, 'ProdMaj', { prod: CAMEMBERT, lib: 'x' }), 'E-PROD');
	}),
);

test(
	'4. the catalogue of a delivery is compared, aligned on what is chosen, and approved',
	bounded,
	withCircuit(async (circuit) => {
		accepted(
			await byBocage(circuit, 'CatlAmender', { ...TOUR, prod: CAMEMBERT, pu: 360, qmax: 20 }),
		);
		const compare = async (avec: string) =>
			accepted<{ ecarts: readonly { code: string }[] }>(
				await circuit.as('bocage').report('CatlComparer', { ...TOUR, avec }),
			).ecarts.map(({ code }) => code);
		assert.deepEqual(await compare('general'), [CAMEMBERT]);
		assert.deepEqual(await compare(PREVIOUS), [CAMEMBERT]);
		refusedAs(
			await circuit.as('bocage').report('CatlComparer', { ...TOUR, avec: '20200101' }),
			'E-LIEN',
		);
		const align = (prods: readonly string[]) =>
			byBocage(circuit, 'CatlAligner', { ...TOUR, avec: 'general', prods });
		refusedAs(await align([CAMEMBERT, '9.9']), 'E-PROD');
		accepted(await align([CAMEMBERT]));
		assert.deepEqual(await compare('general'), []);
		const approved = accepted<{ valid: number }>(await byBocage(circuit, 'CatlValider', TOUR));
		assert.equal(approved.valid, circuit.clock.now());
		go.shipped(circuit);
		refusedAs(await align([CAMEMBERT]), 'E-GEL');
		refusedAs(await byBocage(circuit, 'CatlValider', TOUR), 'E-GEL');
	}),
);
