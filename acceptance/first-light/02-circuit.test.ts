/**
 * The scenarios of the circuit with their exact numbers, through the public interface of a real
 * server on SQLite: calls and pulls over HTTP, news over WebSocket.
 *
 * Delivery 14 June of the groupement `bocage`: orders open on the 2nd, close on the 12th at 20:00
 * (8:00 for the consumers of `dupleix`, 12 hours earlier); the truck leaves on the 14th at 6:00.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	alertNames,
	type Carton,
	type CatalogueLine,
	type ConsumerOrder,
	type GroupOrder,
	halvesMissing,
} from '@navette/circuit/model';
import {
	at,
	CAMEMBERT,
	CHICKEN,
	COFFEE,
	LIVR,
	NEXT,
	ORANGES,
} from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from './support/circuit-server.ts';
import type { Answer, News, Person, SeenThread } from './support/person.ts';

const bounded = { timeout: 180_000 };
const ours = `dupleix.bocage.${LIVR}`;
const order = (co: string, gc = 'dupleix') => ({ gc, co, gp: 'bocage', livr: LIVR });
const put = (person: Person, co: string, line: object): Promise<Answer> =>
	person.call('CmdLigne', { ...order(co), ...line });

const accepted = (answer: Answer): unknown => {
	assert.equal(answer.status, 200, JSON.stringify(answer));
	return answer.result;
};
const refusedAs = (answer: Answer, code: string): NonNullable<Answer['error']> => {
	assert.equal(answer.error?.code, code, JSON.stringify(answer));
	assert.equal(answer.error?.saved, false);
	assert.match(answer.error.sentence.fr, /^Rien n.a été enregistré/);
	return answer.error;
};

const dataOf = <T>(thread: SeenThread, type: string, id: string): T => {
	const found = thread.documents.find((one) => one.type === type && one.id === id);
	assert.ok(found?.data, `${type}/${id} is not there`);
	return found.data as T;
};
const groupOrder = async (person: Person): Promise<GroupOrder> =>
	dataOf(await person.pull(`CMDG/${ours}`), 'BCG', ours);

const orderIn = (news: News | undefined): ConsumerOrder | undefined =>
	news?.documents[0]?.[2] as ConsumerOrder | undefined;

/** Every thread somebody of the scenario may read, with somebody who may. */
const threadsOf = (circuit: Circuit): readonly (readonly [string, Person])[] => {
	const animator = circuit.as('animator');
	const agora = circuit.as('agora');
	const bocage = circuit.as('bocage');
	return [
		[`CMDG/${ours}`, animator],
		[`CMDC/${ours}`, animator],
		['CMDOV/dupleix.bocage', animator],
		[`CMDGP/bocage.${LIVR}`, bocage],
		['CMDPR/bocage.1', circuit.as('poultry')],
		['CMDPR/bocage.2', circuit.as('citrus')],
		[`CMDG/agora.bocage.${LIVR}`, agora],
		[`CMDC/agora.bocage.${LIVR}`, agora],
		['CMDOV/agora.bocage', agora],
		[`CMDGP/bocage.${NEXT}`, bocage],
		['CMDOV/dupleix.agrumes', animator],
		['CALGP/bocage', bocage],
		['CHL/bocage', bocage],
		['CHCO/dupleix', animator],
		['CHPR/bocage', bocage],
		['RGC/', animator],
		['RGP/', animator],
	];
};

const versionsOf = async (circuit: Circuit): Promise<Readonly<Record<string, number>>> => {
	const versions: Record<string, number> = {};
	for (const [path, person] of threadsOf(circuit))
		versions[path] = (await person.pull(path)).version;
	return versions;
};

const movedBetween = (
	before: Readonly<Record<string, number>>,
	after: Readonly<Record<string, number>>,
): readonly string[] => Object.keys(after).filter((path) => after[path] !== before[path]);

const MOVED_BY_CHICKENS = [
	`CMDG/${ours}`,
	`CMDC/${ours}`,
	'CMDOV/dupleix.bocage',
	`CMDGP/bocage.${LIVR}`,
	'CMDPR/bocage.1',
];

test(
	'2. S1 chickens: A orders 2, B 1, C 1; 4, 7 200 g, 85.68 € estimated; the carton holds 4',
	bounded,
	withCircuit(async (circuit) => {
		const before = await versionsOf(circuit);
		const adele = circuit.as('adele');
		accepted(await put(adele, '2', { prod: CHICKEN, q2: 4, seen: null }));
		assert.deepEqual(movedBetween(before, await versionsOf(circuit)), MOVED_BY_CHICKENS);
		accepted(await put(circuit.as('bruno'), '3', { prod: CHICKEN, q2: 2, seen: null }));
		accepted(await put(circuit.as('chloe'), '4', { prod: CHICKEN, q2: 2, seen: null }));

		const group = await groupOrder(adele);
		const line = group.lignes[CHICKEN];
		assert.deepEqual(line?.cmd, { q2: 2 * 4, g: 0, nco: 3 });
		assert.deepEqual(group.tot, { nco: 3, nref: 1, pb: 7_200, px: 8_568, al: 0 });
		const own = dataOf<ConsumerOrder>(
			await adele.pull(`CMDC/${ours}`),
			'BCC',
			`dupleix.2.bocage.${LIVR}`,
		);
		assert.equal(own.tot.est, true);
		assert.equal(own.tot.px, 4_284);

		const carton = dataOf<Carton>(
			await circuit.as('poultry').pull('CMDPR/bocage.1'),
			'CART',
			`bocage.1.${LIVR}.dupleix`,
		);
		assert.deepEqual(carton.lignes['1']?.cmd, { q2: 2 * 4, g: 0, nco: 3 });
		assert.equal(carton.tot.px, 8_568);
		assert.deepEqual(movedBetween(before, await versionsOf(circuit)), MOVED_BY_CHICKENS);
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'2. S1 the news of an order reaches everybody concerned, with one version, and nobody else',
	bounded,
	withCircuit(async (circuit) => {
		const animator = circuit.as('animator');
		const bocage = circuit.as('bocage');
		const poultry = circuit.as('poultry');
		const citrus = circuit.as('citrus');
		const agora = circuit.as('agora');
		const toAnimator = await animator.listen(`CMDG/${ours}`, 'CMDOV/dupleix.bocage');
		const toBocage = await bocage.listen(`CMDGP/bocage.${LIVR}`);
		const toPoultry = await poultry.listen('CMDPR/bocage.1');
		const toCitrus = await citrus.listen('CMDPR/bocage.2');
		const toAgora = await agora.listen(`CMDG/agora.bocage.${LIVR}`);
		accepted(await put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 }));
		const animatorNews: News[] = [];
		while (animatorNews.length < 2) animatorNews.push(...(await toAnimator()));
		const bocageNews = await toBocage();
		const poultryNews = await toPoultry();
		const versions = [...animatorNews, ...bocageNews, ...poultryNews].map((one) => one.version);
		assert.equal(new Set(versions).size, 1);
		assert.deepEqual(
			bocageNews[0]?.documents.map(([type]) => type).toSorted(),
			['BCG', 'CART'],
			'no order of a consumer',
		);
		// What the others are told first is what happens to them later.
		accepted(
			await circuit.as('gaelle').call('CmdLigne', { ...order('2', 'agora'), prod: ORANGES, q2: 2 }),
		);
		assert.deepEqual((await toAgora())[0]?.documents.map(([, id]) => id).toSorted(), [
			`agora.2.bocage.${LIVR}`,
			`agora.bocage.${LIVR}`,
			`bocage.2.${LIVR}.agora`,
		]);
		assert.deepEqual(
			(await toCitrus())[0]?.documents.map(([, id]) => id),
			[`bocage.2.${LIVR}.agora`],
		);
	}),
);

test(
	'2. S3 half crates: 2 crates and 42.00 €; one leaves, ½ missing; the animator completes',
	bounded,
	withCircuit(async (circuit) => {
		const adele = circuit.as('adele');
		const chloe = circuit.as('chloe');
		accepted(await put(adele, '2', { prod: ORANGES, q2: 1 }));
		accepted(await put(circuit.as('bruno'), '3', { prod: ORANGES, q2: 2 }));
		accepted(await put(chloe, '4', { prod: ORANGES, q2: 1 }));
		const whole = await groupOrder(adele);
		assert.equal(whole.lignes[ORANGES]?.att.q2, 4);
		assert.equal(whole.tot.px, 4_200);
		assert.deepEqual(alertNames(whole.tot.al), []);

		accepted(await put(chloe, '4', { prod: ORANGES, q2: 0, seen: { q2: 1 } }));
		const odd = await groupOrder(adele);
		const oddLine = odd.lignes[ORANGES];
		assert.equal(oddLine?.att.q2, 3);
		assert.equal(odd.tot.px, 3_150);
		assert.deepEqual(alertNames(oddLine?.al ?? 0), ['PARITE']);
		const report = await adele.report('Catalogue', { gp: 'bocage', livr: LIVR });
		const { lignes } = accepted(report) as { lignes: Record<string, CatalogueLine> };
		const product = lignes[ORANGES]?.perm;
		assert.ok(product);
		assert.equal(halvesMissing(oddLine, product), 1, 'consumers read that ½ crate is missing');

		accepted(await put(circuit.as('animator'), '1', { prod: ORANGES, q2: 1 }));
		const completed = await groupOrder(adele);
		assert.equal(completed.lignes[ORANGES]?.att.q2, 4);
		assert.equal(completed.tot.px, 4_200);
		assert.deepEqual(alertNames(completed.tot.al), []);
		assert.equal(halvesMissing(completed.lignes[ORANGES], product), 0);
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'2. S6 coffee: ½ is refused to everybody, the animator too',
	bounded,
	withCircuit(async (circuit) => {
		const half = { prod: COFFEE, q2: 1 };
		refusedAs(await put(circuit.as('adele'), '2', half), 'E-DEMI');
		const animator = circuit.as('animator');
		refusedAs(await put(animator, '2', half), 'E-DEMI');
		refusedAs(await put(animator, '1', half), 'E-DEMI');
		refusedAs(await animator.call('AttLigne', { ...order('2'), ...half }), 'E-DEMI');
		refusedAs(await animator.call('CmdLot', { ...order('2'), lignes: [half] }), 'E-DEMI');
		assert.deepEqual((await animator.pull(`CMDG/${ours}`)).documents, []);
		accepted(await put(circuit.as('adele'), '2', { prod: COFFEE, q2: 2 }));
	}),
);

test(
	'2. S8 clock: the consumer stops before the closing, the animator at it, prices at departure',
	bounded,
	withCircuit(async (circuit) => {
		const byConsumer = () => put(circuit.as('adele'), '2', { prod: CHICKEN, q2: 4 });
		const byAnimator = (q2: number) => put(circuit.as('animator'), '2', { prod: CHICKEN, q2 });
		const price = (pu: number) =>
			circuit.as('bocage').call('CatlAmender', { gp: 'bocage', livr: LIVR, prod: CAMEMBERT, pu });
		circuit.clock.set(at(12, 8) - 1);
		accepted(await byConsumer());
		circuit.clock.set(at(12, 8));
		refusedAs(await byConsumer(), 'E-PHASE');
		accepted(await byAnimator(2));
		circuit.clock.set(at(12, 20));
		refusedAs(await byConsumer(), 'E-PHASE');
		refusedAs(await byAnimator(4), 'E-PHASE');
		circuit.clock.set(at(14, 6) - 1);
		accepted(await price(360));

		circuit.clock.set(at(14, 6));
		await circuit.restart();
		refusedAs(await price(370), 'E-GEL');
		const report = await circuit.as('adele').report('Catalogue', { gp: 'bocage', livr: LIVR });
		const { lignes } = accepted(report) as { lignes: Record<string, CatalogueLine> };
		assert.equal(lignes[CAMEMBERT]?.act.pu, 360);
		assert.equal(lignes[CAMEMBERT]?.ouv?.pu, 340);
	}),
);

test(
	'2. S8 clock: the very first write after a restart at the departure is refused too',
	bounded,
	withCircuit(async (circuit) => {
		circuit.clock.set(at(14, 6));
		await circuit.restart();
		const price = { gp: 'bocage', livr: LIVR, prod: CAMEMBERT, pu: 370 };
		refusedAs(await circuit.as('bocage').call('CatlAmender', price), 'E-GEL');
	}),
);

test(
	'2. S11 two phones, same consumer: the second gets E-VU with 3, each sees the other’s news',
	bounded,
	withCircuit(async (circuit) => {
		const paul = circuit.as('paul');
		const ana = circuit.as('adele');
		accepted(await put(paul, '2', { prod: CHICKEN, q2: 2, seen: null }));
		const toPaul = await paul.listen(`CMDC/${ours}`);
		const toAna = await ana.listen(`CMDC/${ours}`);
		circuit.clock.set(at(5, 18));
		accepted(await put(paul, '2', { prod: CHICKEN, q2: 6, seen: { q2: 2 } }));
		const [news] = await toAna();
		const seen = orderIn(news)?.lignes[CHICKEN]?.cmd;
		assert.equal(seen?.q2, 2 * 3);
		assert.equal(seen.par, 'CO/dupleix.2 Paul');

		const refused = await put(ana, '2', { prod: CHICKEN, q2: 4, seen: { q2: 2 } });
		assert.equal(refused.status, 409);
		assert.deepEqual(refusedAs(refused, 'E-VU').detail, {
			code: CHICKEN,
			current: 2 * 3,
			wanted: 2 * 2,
			par: 'CO/dupleix.2 Paul',
			t: at(5, 18),
		});
		await toPaul();
		accepted(await put(ana, '2', { prod: CHICKEN, q2: 4, seen: { q2: 6 } }));
		const [answer] = await toPaul();
		assert.equal(orderIn(answer)?.lignes[CHICKEN]?.cmd.q2, 2 * 2);
	}),
);

test(
	'2. S15 deletion and rebirth: the order emptied is a tombstone, ordered again it lives, higher',
	bounded,
	withCircuit(async (circuit) => {
		const adele = circuit.as('adele');
		const id = `dupleix.2.bocage.${LIVR}`;
		accepted(await put(adele, '2', { prod: CHICKEN, q2: 2 }));
		const first = await adele.pull(`CMDC/${ours}`);
		assert.deepEqual(
			first.documents.map((one) => one.id),
			[id],
		);
		accepted(await put(adele, '2', { prod: CHICKEN, q2: 0, seen: { q2: 2 } }));
		const emptied = await adele.pull(`CMDC/${ours}`, first.version);
		assert.deepEqual(emptied.documents, [
			{ type: 'BCC', id, version: emptied.version, deleted: 20_250_605 },
		]);
		assert.ok(emptied.version > first.version);
		accepted(await put(adele, '2', { prod: CHICKEN, q2: 4, seen: null }));
		const reborn = await adele.pull(`CMDC/${ours}`, emptied.version);
		assert.equal(dataOf<ConsumerOrder>(reborn, 'BCC', id).lignes[CHICKEN]?.cmd.q2, 4);
		assert.ok(reborn.version > emptied.version);
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);

test(
	'2. S16 incremental: a reader at 112 gets what is above; one version in every thread',
	bounded,
	withCircuit(async (circuit) => {
		const tour = `CMDGP/bocage.${LIVR}`;
		const adele = circuit.as('adele');
		const bocage = circuit.as('bocage');
		let q2 = 2;
		while ((await bocage.pull(tour, 1_000)).version < 112) {
			accepted(await put(adele, '2', { prod: CHICKEN, q2 }));
			q2 = q2 === 2 ? 4 : 2;
		}
		const reader = await bocage.pull(tour);
		assert.equal(reader.version, 112);
		assert.deepEqual((await bocage.pull(tour, 112)).documents, []);

		accepted(await put(circuit.as('bruno'), '3', { prod: ORANGES, q2: 2 }));
		const changed = await bocage.pull(tour, 112);
		assert.deepEqual(
			changed.documents.map(({ type, id }) => `${type}/${id}`).toSorted(),
			[`BCG/${ours}`, `CART/bocage.2.${LIVR}.dupleix`],
			'not the carton of the poultry farm, which did not change',
		);
		for (const one of changed.documents) assert.equal(one.version, changed.version);
		assert.ok(changed.version > 112);
		const animator = circuit.as('animator');
		for (const path of [`CMDG/${ours}`, 'CMDOV/dupleix.bocage']) {
			const elsewhere = await animator.pull(path);
			const group = elsewhere.documents.find((one) => one.type === 'BCG');
			assert.equal(group?.version, changed.version, path);
			assert.equal(elsewhere.version, changed.version, path);
		}
	}),
);

test(
	'2. an operation sent twice happens once, and gets its first answer again',
	bounded,
	withCircuit(async (circuit) => {
		const adele = circuit.as('adele');
		const id = 'one-operation-0123456789';
		const input = { ...order('2'), prod: CHICKEN, q2: 2, seen: null };
		const first = accepted(await adele.call('CmdLigne', input, id));
		const { version } = await adele.pull(`CMDC/${ours}`);
		assert.deepEqual(accepted(await adele.call('CmdLigne', input, id)), first);
		assert.equal((await adele.pull(`CMDC/${ours}`)).version, version);
	}),
);
