/**
 * Point 1: what time alone brings is told by a real server on SQLite, after a restart too: halves a day
 * before the closing, lists final at the closing, the truck left at departure.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delivery } from '@navette/circuit/model';
import { at, LIVR, ORANGES } from '../../packages/circuit/src/server/testing/scenario.ts';
import { type Circuit, withCircuit } from '../first-light/support/circuit-server.ts';
import { accepted, bounded, dataOf, put, TOUR } from './support/asks.ts';

type Told = NonNullable<Delivery['dits']>;

/** Moves the clock and restarts: the server does what became due while it was away. */
const wake = async (circuit: Circuit, instant: number): Promise<void> => {
	circuit.clock.set(instant);
	await circuit.restart();
};

/** What is told of the delivery, once something of it is there. */
const toldOnce = async (
	circuit: Circuit,
	name: 'animator' | 'bocage' | 'agora',
	what: keyof Told,
) => {
	const person = circuit.as(name);
	const next = await person.listen('CALGP/bocage');
	for (;;) {
		const thread = await person.pull('CALGP/bocage');
		const { dits = {} } = dataOf<Delivery>(thread, 'LIVRG', `bocage.${LIVR}`);
		if (dits[what] !== undefined) return dits;
		await next();
	}
};

test(
	'1. moments: told at their time, to each his own part, after a restart',
	bounded,
	withCircuit(async (circuit) => {
		accepted(await put(circuit.as('adele'), '2', { prod: ORANGES, q2: 3 }));
		accepted(await circuit.as('bocage').call('LivrDates', { ...TOUR, tClo: at(13, 20) }));
		await wake(circuit, at(12, 20));
		const halves = await toldOnce(circuit, 'animator', 'parite');
		assert.deepEqual(halves, { parite: { t: at(12, 20), gcs: ['dupleix'] } });

		await wake(circuit, at(13, 20));
		const closed = await toldOnce(circuit, 'bocage', 'clos');
		assert.equal(closed.clos, at(13, 20));

		await wake(circuit, at(14, 6));
		const left = await toldOnce(circuit, 'agora', 'parti');
		assert.deepEqual(left, { parti: at(14, 6) }, 'nothing of the halves of another group');
		assert.deepEqual(await circuit.drift(LIVR), []);
	}),
);
