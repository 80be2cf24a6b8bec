import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormats } from '@navette/ui/formats';
import { instantOfField, stopChanges, stopForm } from './index.ts';

const ZONE = 'Europe/Paris';
const at = Date.UTC(2025, 5, 14, 16);
const stop = { tLiv: at - 3_600_000, adrL: 'ici', tDis: at, adrD: 'la halle', ordre: 1 };
const formats = createFormats('fr', ZONE);

test('a stop is typed in the time zone of the organisation; only what differs changes', () => {
	const form = stopForm(stop, formats);
	assert.deepEqual(form, { from: '2025-06-14T18:00', until: '', place: 'la halle' });
	assert.deepEqual(stopChanges(form, stop, 'dupleix', ZONE), []);
	const later = { from: '2025-06-14T18:30', until: '2025-06-14T20:00', place: ' le gymnase ' };
	assert.deepEqual(stopChanges(later, stop, 'dupleix', ZONE), [
		{ field: 'tDis', gc: 'dupleix', to: at + 1_800_000 },
		{ field: 'finDis', gc: 'dupleix', to: at + 7_200_000 },
		{ field: 'adrD', gc: 'dupleix', to: 'le gymnase' },
	]);
});

test('what cannot be read changes nothing', () => {
	const form = stopForm(stop, formats);
	for (const wrong of [{ from: '' }, { until: 'x' }, { place: ' ' }])
		assert.equal(stopChanges({ ...form, ...wrong }, stop, 'dupleix', ZONE), undefined);
	assert.equal(instantOfField('2025-06-14', ZONE), undefined);
});
