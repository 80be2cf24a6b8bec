import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import {
	createFormats,
	isHeldMoment,
	momentText,
	parseMoment,
	parseWholeMoment,
	stepMoment,
} from './index.ts';

const fr = createFormats('fr');
const en = createFormats('en');

test('a day is typed in the order of people, in figures or in words', () => {
	const said =
		'14/6/2025|14/06/25|14.06.2025|14-06-2025|14 06 2025|2025-06-14|14 juin 2025|14 Jun 2025|14 June, 2025| 14/06/2025 ';
	for (const text of said.split('|')) assert.equal(parseMoment('day', text), '2025-06-14', text);
	const others = { '1 août 2025': '2025-08-01', '3 févr. 2026': '2026-02-03' };
	for (const [text, day] of Object.entries(others)) assert.equal(parseMoment('day', text), day);
	for (const text of '|14/06|31/02/2025|06/14/2025|14/06/202|14 ju 2025|demain|14/06/2025 20:00'.split(
		'|',
	))
		assert.equal(parseMoment('day', text), undefined, text);
});

test('a time is of 24 hours, whatever joins it', () => {
	const said = { '20:00': '20:00', '20h': '20:00', '20 h 30': '20:30', '8h05': '08:05' };
	const more = {
		'2030': '20:30',
		'8': '08:00',
		'8:30 pm': '20:30',
		'12 am': '00:00',
		'8.15': '08:15',
	};
	for (const [text, time] of Object.entries({ ...said, ...more }))
		assert.equal(parseMoment('time', text), time, text);
	for (const text of ['', '24:00', '20:60', '2', '205', 'midi', '13 pm', '20:5'])
		assert.equal(parseMoment('time', text), text === '2' ? '02:00' : undefined, text);
});

test('a moment is a day, then a time', () => {
	const said =
		'14/06/2025 20:00|14 Jun 2025, 20:00|14/6/25 20h|14 juin 2025 à 20h00|14/06/2025 2000|14 June 2025 at 8 pm|2025-06-14T20:00';
	for (const text of said.split('|'))
		assert.equal(parseMoment('moment', text), '2025-06-14T20:00', text);
	for (const text of ['14/06/2015', '14/06/2025', '20:00', '14/06/2025 20 30', '14/06/2025 25:00'])
		assert.equal(parseMoment('moment', text), undefined, text);
});

test('the two figures of a year that is not written to its end are no year yet', () => {
	assert.equal(parseWholeMoment('day', '14/06/20'), undefined);
	assert.equal(parseWholeMoment('day', '14/06/2025'), '2025-06-14');
	assert.equal(parseWholeMoment('moment', '14/06/2025 2'), undefined);
	assert.equal(parseWholeMoment('moment', '14/06/2025 20:00'), '2025-06-14T20:00');
	assert.equal(parseWholeMoment('time', '20'), undefined);
	assert.equal(parseWholeMoment('time', '20h30'), '20:30');
});

test('what is shown is read back, in both languages, and moves by days or quarters of an hour', () => {
	assert.equal(momentText('moment', '2025-06-14T17:00', fr), '14/06/2025 17:00');
	assert.equal(momentText('moment', '2025-06-14T17:00', en), '14 Jun 2025, 17:00');
	assert.equal(momentText('day', 'demain', fr), 'demain', 'what is no day stays as typed');
	assert.equal(stepMoment('day', '2025-02-28', 1), '2025-03-01');
	assert.equal(stepMoment('moment', '2025-03-30T20:00', -1), '2025-03-29T20:00');
	assert.equal(stepMoment('time', '23:50', 1), '00:05');
	const instants = fc.date({
		...{ min: new Date('1970-01-02'), max: new Date('2099-12-31'), noInvalidDate: true },
	});
	fc.assert(
		fc.property(instants, fc.constantFrom(fr, en), (then, formats) => {
			const held = then.toISOString().slice(0, 16);
			assert.equal(parseMoment('moment', momentText('moment', held, formats)), held);
			assert.ok(isHeldMoment('moment', held));
			const day = held.slice(0, 10);
			assert.equal(parseWholeMoment('day', momentText('day', day, formats)), day);
		}),
	);
});

test('no screen has a field of dates of the browser, which shows the hours of its own language', () => {
	const root = path.resolve(import.meta.dirname, '../../../..');
	const screens = globSync(['packages/*/src/**/*.tsx', 'apps/*/src/**/*.tsx'], { cwd: root });
	assert.ok(screens.length > 200);
	const native = screens.filter((file) =>
		/type[=:]\s*\{?["'](date|time|datetime-local|month|week)["']/.test(
			readFileSync(path.join(root, file), 'utf8'),
		),
	);
	assert.deepEqual(native, ['packages/ui/src/fields/moment-field.tsx']);
});
