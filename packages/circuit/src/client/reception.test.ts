import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	alertNames,
	type Chat,
	type ChatItem,
	type ConsumerOrder,
	DEFAULT_TOLERANCE,
	type Delivery,
} from '../model/index.ts';
import { CARROTS, CHICKEN, JAM, ORANGES, testCatalogue } from '../model/test-catalogue.ts';
import { TestGroup } from '../model/test-group.ts';
import {
	basketOf,
	changesToTell,
	chatEntries,
	closingCheck,
	declaredAsExpected,
	generalProducts,
	isImplausibleWeight,
	loadingPlan,
	membersOf,
	openProducts,
	packageBoard,
	preparationOf,
	proposalFor,
	refusedWrites,
	settleList,
	sharingByProduct,
	typedGrams,
	unloadingOf,
	waitingCount,
} from './index.ts';

const DAY = 86_400_000;
const stop = (ordre: number, cam?: string) => ({
	...{ tLiv: 4 * DAY, adrL: 'a', tDis: 5 * DAY, adrD: 'a', ordre },
	...(cam ? { cam } : {}),
});
const delivery: Delivery = {
	...{ tOuv: DAY, tClo: 2 * DAY, tExp: 3 * DAY, tArc: 40 * DAY },
	pts: { dupleix: stop(1, 'A'), agora: stop(2, 'A') },
	hist: [
		{ t: 10, par: 'GP/bocage', champ: 'tClo', av: 1, ap: 2 },
		{ t: 20, par: 'GP/bocage', champ: 'tClo', av: 2, ap: 3 },
	],
};

/** Two chickens for A and one for B; oranges 1½; carrots; one jar of jam. */
const ordered = (): TestGroup => {
	const group = new TestGroup(testCatalogue, true);
	group.order('2', CHICKEN, 4);
	group.order('3', CHICKEN, 2);
	group.order('2', ORANGES, 3);
	group.order('3', CARROTS, 1_000);
	group.order('3', JAM, 2);
	return group;
};
const ordersOf = ({ orders }: TestGroup): Record<string, ConsumerOrder> =>
	Object.fromEntries(
		Object.entries(orders).flatMap(([co, order]) => (order ? [[co, order] as const] : [])),
	);

test('unloading: by producer then product, what is expected and what was found', () => {
	const group = ordered();
	group.ship('1', '1', 6);
	group.receive(CHICKEN, 4);
	const producers = unloadingOf(group.group, testCatalogue, DEFAULT_TOLERANCE);
	assert.deepEqual(
		producers.map(({ pr, rows, undeclared }) => [pr, rows.map(({ label }) => label), undeclared]),
		[
			['1', ['Oranges', 'Poulet fermier'], 1],
			['2', ['Carottes'], 1],
			['3', ['Confiture'], 1],
		],
	);
	const chicken = producers[0]?.rows[1];
	assert.deepEqual([chicken?.ordered, chicken?.shipped, chicken?.received], [6, 6, { q2: 4 }]);
	assert.equal(chicken?.expectedGrams, 3 * 1_800);
	assert.ok(alertNames(chicken?.alerts ?? 0).includes('PERTE'));
	assert.ok(alertNames(producers[1]?.rows[0]?.alerts ?? 0).includes('NONDECL'));
	assert.equal(openProducts(producers), 4);
	assert.deepEqual(
		producers.flatMap(declaredAsExpected),
		[],
		'four of six are counted, not as expected',
	);
	group.receive(CHICKEN, 6);
	const [first] = unloadingOf(group.group, testCatalogue, DEFAULT_TOLERANCE);
	assert.deepEqual(
		first && declaredAsExpected(first).map(({ code }) => code),
		[CHICKEN],
		'what nobody declared is not taken back',
	);
	assert.equal(typedGrams('1720+1 850'), 3_570);
	assert.equal(typedGrams('17a'), undefined);
	assert.ok(isImplausibleWeight(500, 1_800) && isImplausibleWeight(6_000, 1_800));
	assert.ok(!isImplausibleWeight(540, 1_800) && !isImplausibleWeight(5_400, 1_800));
});

test('packages: shelf, baskets, bin; a proposal fills what is wanted', () => {
	const group = ordered();
	for (const [id, g] of [
		['a', 1_750],
		['b', 1_900],
		['c', 1_600],
	] as const)
		group.packages(CHICKEN, { action: 'add', id, g, co: null });
	group.packages(CHICKEN, { action: 'move', id: 'c', co: null, st: 2 });
	const board = packageBoard(CHICKEN, group.group?.lignes[CHICKEN], ordersOf(group));
	assert.deepEqual(
		[board.shelf.map(({ id }) => id), board.bin.map(({ id }) => id)],
		[['a', 'b'], ['c']],
	);
	assert.deepEqual(
		board.baskets.map(({ co, wanted }) => [co, wanted]),
		[
			['2', 2],
			['3', 1],
		],
	);
	assert.deepEqual(proposalFor(CHICKEN, board, testCatalogue), [
		{ id: 'a', co: '2' },
		{ id: 'b', co: '2' },
	]);
});

test('what is to settle, with the tool; baskets and products', () => {
	const group = ordered();
	group.receive(CARROTS, 1_000);
	group.receive(JAM, 2);
	group.attribute('3', 'dis', JAM, 2);
	const orders = ordersOf(group);
	const list = settleList(group.group, Object.values(orders), testCatalogue, DEFAULT_TOLERANCE);
	assert.deepEqual(
		list.map(({ label, tool }) => [label, tool]),
		[
			['Carottes', 'share'],
			['Oranges', 'receive'],
			['Poulet fermier', 'receive'],
		],
	);
	const baskets = Object.entries(orders).map(([co, order]) => basketOf(co, order, testCatalogue));
	const jam = baskets[1]?.lines.find(({ code }) => code === JAM);
	assert.deepEqual([jam?.due, jam?.given, jam?.price, jam?.estimated], [2, true, 345, false]);
	assert.deepEqual(
		sharingByProduct(baskets).map(({ label, parts }) => [label, parts.map(({ co }) => co)]),
		[
			['Carottes', ['3']],
			['Confiture', ['3']],
			['Oranges', ['2']],
			['Poulet fermier', ['2', '3']],
		],
	);
});

test('before the closing: halves, high quantities, products of one person', () => {
	const group = ordered();
	group.order('3', ORANGES, 8);
	const found = closingCheck(group.group, ordersOf(group), testCatalogue);
	assert.deepEqual(
		found.map(({ code, why, people }) => [code, why, people]),
		[
			[ORANGES, 'halves', ['2']],
			[ORANGES, 'high', ['3']],
			[CARROTS, 'alone', ['3']],
			[JAM, 'alone', ['3']],
		],
	);
});

test('a producer prepares by product with each group; the truck is loaded from its last stop', () => {
	const group = ordered();
	const carton = group.cartons[1];
	assert.ok(carton);
	const boxed = { ...carton, etat: 3, cols: [{ n: 2, pb: 4_000, cons: 'F' as const }] };
	const prepared = preparationOf('1', delivery, { dupleix: carton }, testCatalogue, 2 * DAY - 1);
	assert.equal(prepared.isFinal, false);
	assert.deepEqual(
		prepared.rows.map(({ label, total, groups }) => [label, total.q2, groups[0]?.detail.length]),
		[
			['Oranges', 3, 1],
			['Poulet fermier', 6, 2],
		],
	);
	assert.equal(preparationOf('1', delivery, {}, testCatalogue, 2 * DAY).isFinal, true);
	const key = { pr: '1', gc: 'dupleix' };
	const [truck] = loadingPlan(delivery, [{ key, data: boxed }]);
	assert.deepEqual(
		truck?.stops.map(({ gc }) => gc),
		['agora', 'dupleix'],
	);
	assert.deepEqual([truck?.weight, truck?.classes.F, truck?.waiting], [8_000, 8_000, 0]);
});

const item = (k: string, rest: Partial<ChatItem>): ChatItem => ({
	...{ k, t: 0, tx: 'Bonjour', mod: 'pub' },
	aut: { role: 'GP', code: 'bocage', init: 'BO' },
	...rest,
});

test('a chat: what each reader may do; notes of the application keep their facts', () => {
	const chat: Chat = {
		n: 3,
		items: [
			item('a', { mod: 'att' }),
			item('b', { aut: { role: 'CO', code: 'dupleix.2', init: 'AD' } }),
			item('c', { auto: 'PRIX', tx: '{"av":340,"ap":360}' }),
		],
	};
	const seen = (role: string, code: string, now = 0) =>
		chatEntries(chat, 'CHCO', { role, code, now });
	const may = (entries: ReturnType<typeof seen>) =>
		entries.flatMap((one) =>
			one.kind === 'message'
				? [
						Object.entries(one.may)
							.flatMap(([what, is]) => (is ? [what] : []))
							.join(' '),
					]
				: [],
		);
	assert.deepEqual(may(seen('GC', 'dupleix')), ['remove moderate', 'remove']);
	assert.deepEqual(may(seen('GP', 'bocage')), ['edit remove', '']);
	assert.deepEqual(may(seen('CO', 'dupleix.2')), ['', 'remove']);
	assert.deepEqual(may(seen('CO', 'dupleix.2', DAY + 1)), ['', '']);
	assert.equal(waitingCount(seen('GC', 'dupleix')), 1);
	const note = seen('GC', 'dupleix')[2];
	assert.deepEqual(note?.kind === 'note' && note.facts, { av: 340, ap: 360 });
});

test('what changed since, once for each thing: what a message begins with', () => {
	assert.deepEqual(changesToTell(delivery, { lignes: {} }, 10), [
		{ kind: 'date', field: 'tClo', before: 1, after: 3 },
	]);
	assert.deepEqual(changesToTell(delivery, { lignes: {} }, 21), []);
});

test('refused writes of the log are listed with both values', () => {
	const error = {
		...{
			code: 'E-VU',
			saved: false as const,
			retry: 'change' as const,
			sentence: { fr: 'x', en: 'x' },
		},
		detail: { current: 2_900, wanted: 3_010, par: 'GC/dupleix Hugo', t: 5 },
	};
	const entry = { id: 'i', name: 'RecLigne', input: { prod: CARROTS }, error };
	assert.deepEqual(refusedWrites([{ ...entry, state: 'refused' }]), [
		{
			...{ id: 'i', operation: 'RecLigne', code: 'E-VU', about: CARROTS },
			...{ current: 2_900, wanted: 3_010, by: 'GC/dupleix Hugo', at: 5 },
			...{ input: { prod: CARROTS }, error },
		},
	]);
	assert.deepEqual(refusedWrites([{ ...entry, name: 'CmdLigne', state: 'refused' }]), []);
	assert.deepEqual(refusedWrites([{ ...entry, state: 'waiting' }]), []);
});

test('members by name, those who left last; products with their conditions in time', () => {
	const entry = (nom: string, st: 0 | 9) => ({
		...{ carte: { nom, init: 'XX' }, contact: { tels: [], mails: [] }, conf: {}, st },
	});
	const cos = { 2: entry('Zoé', 0), 3: entry('Ana', 9), 4: entry('Éric', 0) };
	const members = membersOf({ g: { tels: [], mails: [] }, cos }, { 2: {} as ConsumerOrder });
	assert.deepEqual(
		members.map(({ card, hasOrdered }) => [card.nom, hasOrdered]),
		[
			['Éric', false],
			['Zoé', true],
			['Ana', false],
		],
	);
	const line = testCatalogue.lignes[JAM];
	assert.ok(line);
	const cv = [20250101, 20250601, 20250901].map((d) => ({ ...line.act, d }));
	const [product] = generalProducts({ prods: { [JAM]: { ...line.perm, cv } } }, 20250615);
	assert.deepEqual(
		[product?.past, product?.coming].map((list) => list?.map(({ d }) => d)),
		[[20250101], [20250901]],
	);
	assert.equal(product?.current?.d, 20250601);
});
