import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutboxEntry } from '@navette/client';
import type { PriceProposal } from '../../model/index.ts';
import {
	changesNothing,
	ownProposals,
	proposalEntries,
	refusedProposals,
} from './own-proposals.ts';
import { proposeCall, takeBackCall } from './proposal-calls.ts';

const producer = { right: 'PR/bocage.2', gp: 'bocage', pr: '2' };
const cv = { d: 20250901, dispo: 3, pu: 2_150, pn: 10_000, pb: 10_400 } as const;
const asked = { prod: '2.1', lib: 'Oranges', cv, reason: ' Gel en avril. ' };

const waiting: PriceProposal = {
	...{ k: '100.0', prod: '2.1', cv, av: { ...cv, d: 20250101, pu: 2_100 } },
	...{ t: 100, par: 'PR/bocage.2', st: 'att' },
};
const refusedByGroupement: PriceProposal = {
	...{ k: '50.0', prod: '2.1', cv: { ...cv, d: 20250801 }, t: 50, par: 'PR/bocage.2', st: 'ref' },
	dec: { t: 60, par: 'GP/bocage', motif: 'Trop cher.' },
};

const entry = (
	id: string,
	call: { readonly name: string; readonly input: unknown; readonly label?: unknown },
	state: OutboxEntry['state'] = 'waiting',
): OutboxEntry => ({ id, ...call, state });

test('what waits comes before what was decided, with the price before and the reason of a refusal', () => {
	const list = { n: 2, props: [refusedByGroupement, waiting] };
	const shown = ownProposals(list, []).get('2.1') ?? [];
	assert.deepEqual(
		shown.map(({ state, before, decided }) => [state, before, decided?.motif]),
		[
			['att', 2_100, undefined],
			['ref', undefined, 'Trop cher.'],
		],
	);
});

test('a proposal on this device only is shown; it replaces one that waits for the same day', () => {
	const call = proposeCall(producer, asked);
	assert.deepEqual((call.input as { tx: string }).tx, 'Gel en avril.');
	const list = { n: 1, props: [waiting] };
	const shown = ownProposals(list, [entry('a', call)]).get('2.1') ?? [];
	assert.deepEqual(
		shown.map(({ id, state, reason }) => [id, state, reason]),
		[['a', 'leaving', 'Gel en avril.']],
	);
	const there = { ...waiting, tx: 'Gel en avril.' };
	const through = ownProposals({ n: 1, props: [there] }, [entry('a', call)]).get('2.1') ?? [];
	assert.deepEqual(
		through.map(({ id, state }) => [id, state]),
		[['100.0', 'att']],
		'one that the server has already is not shown as leaving',
	);
	const another = proposeCall(producer, { ...asked, cv: { ...cv, d: 20251001 } });
	assert.equal(ownProposals(list, [entry('b', another)]).get('2.1')?.length, 2);
});

test('what is being taken back says so; a refused write changes nothing and keeps what was typed', () => {
	const list = { n: 1, props: [waiting] };
	const back = takeBackCall(producer, { ...asked, id: '100.0' });
	assert.equal(ownProposals(list, [entry('a', back)]).get('2.1')?.[0]?.state, 'taking-back');
	const refused = [
		entry('a', back, 'refused'),
		entry('b', proposeCall(producer, asked), 'refused'),
	];
	assert.equal(ownProposals(list, refused).get('2.1')?.[0]?.state, 'att');
	assert.deepEqual(
		refusedProposals(refused).map(({ id, asked: typed }) => [id, typed?.reason, typed?.cv.pu]),
		[
			['a', undefined, undefined],
			['b', 'Gel en avril.', 2_150],
		],
	);
});

test('entries of another producer, or of other operations, are not his', () => {
	const call = proposeCall(producer, asked);
	const other = proposeCall({ ...producer, pr: '3' }, asked);
	const entries = [
		entry('a', call),
		entry('b', other),
		entry('c', { name: 'CartEtat', input: {} }),
	];
	assert.deepEqual(
		proposalEntries(entries, producer).map(({ id }) => id),
		['a'],
	);
});

test('conditions that change nothing are told apart from those that do', () => {
	assert.equal(changesNothing(cv, { ...cv, d: 20250101 }), true);
	assert.equal(changesNothing({ ...cv, pu: 2_200 }, cv), false);
	assert.equal(changesNothing({ ...cv, qmax: 4 }, cv), false);
	assert.equal(changesNothing(cv, undefined), false);
});
