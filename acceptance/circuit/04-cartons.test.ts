/**
 * Point 4: what producers pack and what that changes for the group (S9, S12), through the public
 * interface of a real server on SQLite.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertNames } from '@navette/circuit/model';
import {
	at,
	CAMEMBERT,
	CARROTS,
	CHICKEN,
	LIVR,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { withCircuit } from '../first-light/support/circuit-server.ts';
import type { Answer } from '../first-light/support/person.ts';
import {
	accepted,
	alertsOf,
	bounded,
	cartonOf,
	go,
	groupOrder,
	OURS,
	put,
	refusedAs,
	TOUR,
	weighed,
} from './support/asks.ts';

test(
	'4. S9 re-opening: accepted once closed, refused once a carton is in progress',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
		go.closed(circuit);
		const reopen = (to: number) => circuit.as('bocage').call('LivrDates', { ...TOUR, tClo: to });
		accepted(await reopen(at(13, 20)));
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 2 }));
		circuit.clock.set(at(13, 20));
		const state = (etat: number, more: object = {}) =>
			circuit.as('poultry').call('CartEtat', { ...OURS, pr: '1', etat, ...more });
		accepted(await state(1, { seen: 0 }));
		assert.equal((await cartonOf(circuit, 'poultry', '1')).etat, 1);
		refusedAs(await reopen(at(13, 22)), 'E-DATE');
		refusedAs(await state(2, { seen: 0 }), 'E-VU');
	}),
);

test(
	'4. S1 and S2 seen from the farm: packages weighed at loading reach the shelf of the group',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
		const packages = (input: object) =>
			circuit.as('poultry').call('CartPaquets', { ...OURS, pr: '1', rp: '1', ...input });
		refusedAs(await packages({ ajouts: weighed(1_720) }), 'E-PHASE');
		go.closed(circuit);
		accepted(await packages({ ajouts: weighed(1_720, 1_850, 1_900) }));
		refusedAs(await packages({ ajouts: weighed(1_700) }), 'E-PAQ');
		refusedAs(await packages({ retraits: ['p9'] }), 'E-PAQ');
		// Only pieces with a weight of their own have packages.
		const cheese = { ...OURS, pr: '3', rp: '2', ajouts: weighed(250) };
		refusedAs(await circuit.as('bocage').call('CartPaquets', cheese), 'E-PROD');
		accepted(await packages({ retraits: ['p3'] }));
		const boxes = [{ n: 1, pb: 4_000, cons: 'F' }];
		const carton = { ...OURS, pr: '1' };
		accepted(await circuit.as('poultry').call('CartColis', { ...carton, cols: boxes }));
		const line = (await groupOrder(circuit)).lignes[CHICKEN];
		assert.deepEqual(line?.exp, { q2: 4, g: 3_570, np: 2 });
		assert.deepEqual(
			line.paq?.map(({ id, g, or, co, st }) => [id, g, or, co, st]),
			[
				['p1', 1_720, 'exp', null, 0],
				['p2', 1_850, 'exp', null, 0],
			],
		);
		// A producer who says three and weighed two is told of his own list.
		const three = { ...carton, lignes: [{ rp: '1', exp: { q2: 6 }, seen: null }] };
		accepted(await circuit.as('poultry').call('CartExp', three));
		assert.deepEqual(alertNames((await cartonOf(circuit, 'poultry', '1')).tot.al), ['PAQE']);

		go.delivered(circuit);
		refusedAs(await packages({ retraits: ['p1'] }), 'E-PHASE');
		const correct = { ...OURS, prod: CHICKEN, id: 'p1', newId: 'p1b', g: 1_730 };
		accepted(await circuit.as('helper').call('PaqCorriger', correct));
		const corrected = (await groupOrder(circuit)).lignes[CHICKEN]?.paq ?? [];
		assert.deepEqual(
			corrected.map(({ id, st, or }) => [id, st, or]),
			[
				['p1', 1, 'exp'],
				['p2', 0, 'exp'],
				['p1b', 0, 'rec'],
			],
		);
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'4. "all as shipped": a producer in one gesture, never over what somebody typed',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: CAMEMBERT, q2: 4 }));
		accepted(await put(circuit.as('adele'), '2', { prod: CARROTS, g: 1_000 }));
		accepted(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 2 }));
		go.shipped(circuit);
		const lignes = [
			{ rp: '1', exp: { g: 980 } },
			{ rp: '2', exp: { q2: 4 } },
		];
		accepted(await circuit.as('bocage').call('CartExp', { ...OURS, pr: '3', lignes }));
		go.delivered(circuit);
		const animator = circuit.as('animator');
		accepted(await animator.call('RecLigne', { ...OURS, prod: CAMEMBERT, rec: { q2: 2 } }));
		const all = accepted(await animator.call('RecCommeExp', { ...OURS, pr: '3' }));
		assert.deepEqual(all, { prods: [CARROTS] });
		const { lignes: lines } = await groupOrder(circuit);
		assert.equal(lines[CARROTS]?.rec?.g, 980);
		assert.equal(lines[CAMEMBERT]?.rec?.q2, 2);
		assert.equal(lines[ORANGES]?.rec, undefined, 'another producer');
		assert.ok(alertNames(await alertsOf(circuit, CAMEMBERT)).includes('PERTE'));
	}),
);

test(
	'4. S12 offline unloading: 40 operations replayed, 2 listed with both values; twice changes nothing',
	bounded,
	withCircuit(async (circuit) => {
		for (const name of ['adele', 'bruno', 'chloe'] as const) {
			const co = { adele: '2', bruno: '3', chloe: '4' }[name];
			accepted(await put(circuit.as(name), co, { prod: CHICKEN, q2: 8 }));
			accepted(await put(circuit.as(name), co, { prod: CAMEMBERT, q2: 4 }));
			accepted(await put(circuit.as(name), co, { prod: CARROTS, g: 1_000 }));
		}
		go.distribution(circuit);
		const asAnimator = circuit.as('animator');
		/** What was typed without network, each with what the screen showed then. */
		const log: (readonly [string, object])[] = [
			['RecLigne', { prod: CHICKEN, rec: { q2: 24 }, seen: null }],
			['RecLigne', { prod: CAMEMBERT, rec: { q2: 12 }, seen: null }],
			['RecLigne', { prod: CARROTS, rec: { g: 3_010 }, seen: null }],
			...Array.from({ length: 25 }, (_, i) => {
				const paq = [{ id: `off-${i}`, g: 1_700 + i }];
				return ['PaqAjouter', { prod: CHICKEN, paq }] as const;
			}),
			...['2', '3', '4'].flatMap((co) => [
				['DisLigne', { co, prod: CAMEMBERT, dis: { q2: 4 }, seen: null }] as const,
				['DisLigne', { co, prod: CARROTS, dis: { g: 1_003 }, seen: null }] as const,
				['DisRetrait', { co, qui: 'Ana' }] as const,
				['PaqDeplacer', { prod: CHICKEN, paq: [{ id: `off-${co}`, co, st: 0 }] }] as const,
			]),
		];
		assert.equal(log.length, 40);
		// Meanwhile another helper, with a network, changes two of the same lines.
		const helper = circuit.as('helper');
		accepted(await helper.call('RecLigne', { ...OURS, prod: CARROTS, rec: { g: 2_900 } }));
		const camembert = { ...OURS, co: '3', prod: CAMEMBERT, dis: { q2: 2 } };
		accepted(await helper.call('DisLigne', camembert));

		const replay = async (): Promise<readonly Answer[]> => {
			const answers: Answer[] = [];
			for (const [index, [name, input]] of log.entries())
				answers.push(await asAnimator.call(name, { ...OURS, ...input }, idOf(index)));
			return answers;
		};
		const first = await replay();
		const refused = first.filter(({ status }) => status !== 200);
		assert.equal(first.length - refused.length, 38);
		assert.deepEqual(
			refused.map(({ error }) => [error?.code, error?.detail?.current, error?.detail?.wanted]),
			[
				['E-VU', 2_900, 3_010],
				['E-VU', 2, 4],
			],
		);
		const thread = () => asAnimator.pull(`CMDG/dupleix.bocage.${LIVR}`);
		const before = await thread();
		const second = await replay();
		assert.deepEqual(
			second.map(({ status }) => status),
			first.map(({ status }) => status),
		);
		assert.deepEqual(await thread(), before, 'replaying the log changes nothing');
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

const idOf = (index: number): string =>
	Buffer.from(String(index).padStart(16, '0')).toString('base64url');
