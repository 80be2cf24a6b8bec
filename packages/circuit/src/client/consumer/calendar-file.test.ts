import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarFile } from './calendar-file.ts';

const from = Date.UTC(2025, 5, 14, 8);

test('a calendar file says when and where, in UTC', () => {
	const text = calendarFile(
		[{ uid: 'a', from, title: 'Distribution; bocage, juin', place: 'Salle\nverte' }],
		from,
	);
	assert.ok(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'));
	assert.ok(text.includes('DTSTART:20250614T080000Z\r\nDTEND:20250614T090000Z\r\n'));
	assert.ok(text.includes('SUMMARY:Distribution\\; bocage\\, juin\r\n'));
	assert.ok(text.includes('LOCATION:Salle\\nverte\r\n'));
	assert.ok(text.endsWith('END:VCALENDAR\r\n'));
});

test('no line is longer than 75 octets, and unfolding gives the text back', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
			const text = calendarFile([{ uid: 'a', from, title }], from);
			for (const line of text.split('\r\n'))
				assert.ok(new TextEncoder().encode(line).length <= 75, line);
			const [, found = ''] = /SUMMARY:([\s\S]*?)\r\n/.exec(text.replaceAll('\r\n ', '')) ?? [];
			const back = found.replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));
			assert.equal(back, title.replace(/\r\n|\r/g, '\n'));
		}),
	);
});
