import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	alertNames,
	checkDates,
	createDemonstration,
	type DemonstrationDocument,
	type DocumentData,
	type DocumentName,
	keyPropertyTests,
	parseDocument,
	phaseForGroup,
	phaseOf,
	productAlerts,
	rebuildGroupOrder,
	sumContributions,
} from '../index.ts';

const NOW = Date.parse('2026-03-10T14:25:00Z');
const demo = createDemonstration({ now: NOW, seed: 1 });

type Of<N extends DocumentName> = { key: Record<string, string>; data: DocumentData[N] };
const all = <N extends DocumentName>(
	name: N,
	documents: readonly DemonstrationDocument[] = demo.primary,
): Of<N>[] => documents.filter((one) => one.type === name) as unknown as Of<N>[];
const derived = <N extends DocumentName>(name: N) => all(name, demo.derived);

test('its shape: 2 groupements, 9 producers, 3 groups, 45 consumers, 62 products, 6 deliveries', () => {
	assert.equal(all('FGP').length, 2);
	assert.equal(all('FPR').length, 9);
	assert.equal(all('FGC').length, 3);
	assert.equal(all('FCO').filter((one) => one.key.co !== '1').length, 45);
	assert.equal(all('FCO').length, 48);
	const products = all('CATG').flatMap((one) => Object.keys(one.data.prods));
	assert.equal(products.length, 62);
	assert.equal(all('LIVRG').length, 6);
	assert.ok(all('BCC').length > 100, String(all('BCC').length));
});

test('every document has the shape and the key of its type, and none comes twice', () => {
	for (const list of [demo.primary, demo.derived]) {
		const ids = list.map(({ type, key }) => `${type} ${Object.values(key).join('.')}`);
		assert.equal(new Set(ids).size, ids.length);
		for (const { type, key, data } of list) {
			parseDocument(type, data);
			for (const [name, value] of Object.entries(key))
				assert.ok(keyPropertyTests[name]?.(value), `${type} ${name}=${value}`);
		}
	}
});

test('one delivery in each phase 0–5, whatever the hour, the season and the change of hour', () => {
	const hours = ['00:05', '06:59', '14:25', '23:58'];
	const days = ['2026-03-10', '2026-03-28', '2026-10-24', '2026-12-31', '2028-02-28'];
	for (const day of days)
		for (const hour of hours) {
			const now = Date.parse(`${day}T${hour}:00Z`);
			const { primary } = createDemonstration({ now, seed: 2 });
			const deliveries = all('LIVRG', primary);
			const phases = deliveries.map((one) => phaseForGroup(one.data, 'dupleix', now));
			assert.deepEqual(phases.toSorted(), [0, 1, 2, 3, 4, 5], `${day} ${hour}`);
			for (const { key, data } of deliveries) {
				const others = deliveries
					.filter((one) => one.key.gp === key.gp && one.key.livr !== key.livr)
					.map((one) => one.data.tExp);
				assert.deepEqual(checkDates(data, others), { ok: true, value: undefined });
			}
		}
});

test('the open delivery closes at 20:00 in about five days', () => {
	const open = all('LIVRG').find((one) => phaseOf(one.data, NOW) === 1);
	assert.equal(open?.data.tClo, Date.parse('2026-03-15T19:00:00Z'));
});

test('group orders and cartons are the sums of the consumers’ orders', () => {
	const groups = derived('BCG');
	assert.equal(groups.length, 3 + 2 + 2 + 2 + 3);
	for (const { key, data } of groups) {
		const isHere = (one: { key: Record<string, string> }) =>
			['gc', 'gp', 'livr'].every((name) => one.key[name] === key[name]);
		const orders = all('BCC')
			.filter(isHere)
			.map((one) => one.data);
		const catalogue = all('CATL').find(
			(one) => one.key.gp === key.gp && one.key.livr === key.livr,
		)?.data;
		const par = all('FGC').find((one) => one.key.gc === key.gc)?.data.par;
		assert.ok(catalogue && par);
		assert.deepEqual(rebuildGroupOrder(orders, data, { catalogue, tolerance: par }), data);
		const cartons = derived('CART').filter(isHere);
		for (const [code, { cmd }] of Object.entries(sumContributions(orders))) {
			const [pr = '', rp = ''] = code.split('.');
			const carton = cartons.find((one) => one.key.pr === pr);
			assert.deepEqual(carton?.data.lignes[rp]?.cmd, cmd, code);
		}
	}
});

test('two discrepancies wait at dupleix, and nowhere else', () => {
	const found = derived('BCG').flatMap(({ key, data }) =>
		Object.entries(data.lignes)
			.filter(([, line]) => alertNames(line.al).includes('PERTE'))
			.map(([code, line]) => ({ key, code, line })),
	);
	const libs = found.map(({ key, code }) => {
		const catalogue = all('CATL').find((one) => one.key.livr === key.livr)?.data;
		return `${key.gc} ${catalogue?.lignes[code]?.perm.lib}`;
	});
	assert.deepEqual(libs, ['dupleix Poulet fermier', 'dupleix Oranges, caisse de 10 kg']);
	const chicken = found[0];
	assert.ok(chicken);
	const lines = all('BCC')
		.filter((one) => one.key.gc === 'dupleix' && one.key.livr === chicken.key.livr)
		.flatMap((one) => one.data.lignes[chicken.code] ?? []);
	const catalogue = all('CATL').find((one) => one.key.livr === chicken.key.livr)?.data;
	const tolerance = { tolG: 50, tolPct: 5 };
	const product = catalogue?.lignes[chicken.code];
	const bits = productAlerts(chicken.line, lines, product, tolerance);
	assert.deepEqual(alertNames(bits), ['PAQ', 'REPART', 'PERTE']);
});

test('at dupleix unloading has begun, at agora it has not', () => {
	const unloading = all('LIVRG').find((one) => phaseForGroup(one.data, 'dupleix', NOW) === 4);
	const received = derived('BCG')
		.filter((one) => one.key.livr === unloading?.key.livr)
		.map(({ key, data }) => {
			const lines = Object.values(data.lignes);
			return [key.gc, lines.some((line) => line.rec), lines.every((line) => line.rec)];
		});
	assert.deepEqual(received, [
		['dupleix', true, false],
		['agora', false, false],
	]);
});

test('both discrepancies are there for many seeds', () => {
	for (let seed = 1; seed <= 20; seed += 1) {
		const other = createDemonstration({ now: NOW, seed });
		const found = all('BCG', other.derived).flatMap(({ data }) =>
			Object.values(data.lignes).filter((line) => alertNames(line.al).includes('PERTE')),
		);
		assert.equal(found.length, 2, `seed ${seed}`);
	}
});

test('a distributed tour has no other open alert than its discrepancy', () => {
	const [bocage] = all('LIVRG').filter((one) => phaseOf(one.data, NOW) === 3);
	const groups = derived('BCG').filter((one) => one.key.livr === bocage?.key.livr);
	const open = groups.flatMap(({ key, data }) =>
		Object.values(data.lignes).flatMap((line) =>
			alertNames(line.al).map((name) => `${key.gc} ${name}`),
		),
	);
	assert.deepEqual(open, ['dupleix REPART', 'dupleix PERTE']);
});

test('orders came in over the whole period, more of them on the last evening', () => {
	for (const { key, data } of all('LIVRG').filter((one) => one.data.tClo < NOW)) {
		const orders = all('BCC').filter(
			(one) => one.key.livr === key.livr && one.key.gp === key.gp && one.key.co !== '1',
		);
		const begun = orders.map((one) =>
			Math.min(...Object.values(one.data.lignes).map(({ t1 }) => t1)),
		);
		const late = begun.filter((t) => t >= data.tClo - 30 * 3_600_000).length;
		assert.ok(late / begun.length > 0.2, `${key.livr}: ${late} of ${begun.length}`);
		assert.ok(new Set(begun.map((t) => Math.floor(t / 86_400_000))).size >= 5, key.livr);
	}
});

test('the same instant and seed give the same data; another seed gives other orders', () => {
	assert.deepEqual(createDemonstration({ now: NOW, seed: 1 }), demo);
	assert.notDeepEqual(createDemonstration({ now: NOW, seed: 3 }).derived, demo.derived);
});

test('nobody real: mails end in .example, telephones are of the ranges for fiction', () => {
	const text = JSON.stringify(demo);
	for (const [mail] of text.matchAll(/[^"\s]+@[^"\s]+/g)) assert.match(mail, /\.example$/);
	const numbers = [...text.matchAll(/"num":"([^"]+)"/g)].map((match) => match[1] ?? '');
	assert.ok(numbers.length > 45);
	for (const number of numbers) assert.match(number, /^(06 39 98|02 61 91) \d\d \d\d$/);
});
