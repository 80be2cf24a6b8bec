import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
	createFormats,
	parseMoney,
	parseNumber,
	parseQuantity,
	parseWeight,
	parseWeights,
} from './index.ts';

const fr = createFormats('fr');
const en = createFormats('en');
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const minute = 60_000;
const hour = 60 * minute;
/** Tuesday 10 June 2025, 18:00 in Paris */
const now = Date.UTC(2025, 5, 10, 16);

test('sums, weights, quantities and shares read as each language writes them', () => {
	assert.equal(plain(fr.money(123_450)), '1 234,50 €');
	assert.equal(en.money(123_450), '€1,234.50');
	assert.deepEqual([plain(fr.roundMoney(50_000)), en.roundMoney(150)], ['500 €', '€1.50']);
	assert.equal(plain(fr.weight(1500)), '1,5 kg');
	assert.equal(plain(en.weight(1480)), '1.48 kg');
	assert.equal(plain(fr.weight(800)), '800 g');
	assert.deepEqual([0, 1, 2, 3, 25, -1].map(fr.quantity), ['0', '½', '1', '1½', '12½', '−½']);
	assert.equal(plain(fr.percent(550)), '5,5 %');
});

test('dates show the time zone of the organisation with a 24 h clock', () => {
	assert.equal(fr.date(now), '10/06/2025');
	assert.equal(en.date(now), '10 Jun 2025');
	assert.equal(fr.time(now), '18:00');
	assert.equal(en.dateTime(now), '10 Jun 2025, 18:00');
	assert.equal(fr.longDate(now), 'mardi 10 juin');
	assert.equal(en.longDate(now), 'Tuesday 10 June');
	assert.equal(en.shortDate(now), 'Tue 10 Jun');
	assert.equal(en.day('20250614'), 'Saturday 14 June');
	assert.equal(fr.day('20250614b', 'date'), '14/06/2025 (b)');
	assert.equal(createFormats('en', 'Asia/Tokyo').dateTime(now), '11 Jun 2025, 01:00');
});

test('words place an instant by the calendar of the organisation, not by 24 h slices', () => {
	const thursday = now + 2 * 24 * hour + 2 * hour;
	assert.equal(en.moment(thursday, now), 'Thursday 20:00');
	assert.equal(en.relative(thursday, now), 'in 2 days');
	assert.equal(fr.relative(thursday, now), 'dans 2 jours');
	assert.equal(fr.moment(now + 2 * hour, now), 'aujourd’hui 20:00');
	assert.equal(en.relative(now + 3 * hour, now), 'in 3 h');
	assert.equal(en.relative(now + 15 * hour, now), 'tomorrow');
	assert.equal(fr.relative(now - 5 * minute, now), 'il y a 5 min');
	assert.equal(en.relative(now - 5 * minute, now), '5 min ago');
	assert.equal(fr.age(now - 3 * minute, now), '3 min');
	assert.equal(en.age(now - 50 * hour, now), '2 days');
	assert.equal(en.age(now + hour, now), 'just now');
	assert.equal(en.relative(now - hour + 10, now), '1 h ago');
	assert.equal(en.age(now - 59.7 * minute, now), '1 h');
});

test('people may write numbers with a comma or a point', () => {
	assert.equal(parseNumber('1 234,5'), 1234.5);
	assert.equal(parseNumber(',5'), 0.5);
	assert.equal(parseMoney('12,5 €'), 1250);
	assert.equal(parseMoney('€0.29'), 29);
	assert.equal(parseWeight('1,5 kg'), 1500);
	assert.equal(parseWeights('1,2 kg + 350'), 1550);
	assert.deepEqual(
		[parseWeights('800'), parseWeights('800+'), parseWeights('+')],
		[800, undefined, undefined],
	);
	assert.equal(parseWeight('1500'), 1500);
	assert.equal(parseWeight('1.5'), 1500);
	assert.equal(parseWeight('800 g'), 800);
	assert.equal(parseQuantity('1½'), 3);
	assert.equal(parseQuantity('.5'), 1);
	assert.equal(parseQuantity(',5'), 1);
});

test('what is not one number is refused, never guessed', () => {
	for (const text of ['', '-1', '1,2,3', '1e3', 'kg', '1.234,5', '½½', 'Infinity', '0x10'])
		for (const parse of [parseNumber, parseMoney, parseWeight, parseQuantity])
			assert.equal(parse(text), undefined, `${parse.name} of "${text}"`);
	assert.equal(parseQuantity('1,3'), undefined);
	assert.equal(parseMoney('1,234'), undefined);
});

test('what a format writes, its parser reads', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 900_000 }), (value) => {
			for (const { money, weight, quantity, language } of [fr, en]) {
				const text = (written: string) => (language === 'en' ? written.replace(/,/g, '') : written);
				assert.equal(parseMoney(text(money(value))), value);
				assert.equal(parseWeight(text(weight(value))), value);
				assert.equal(parseQuantity(text(quantity(value))), value);
			}
		}),
	);
});
