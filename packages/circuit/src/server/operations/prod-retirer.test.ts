/** A product that is retired takes its photo with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, CAMEMBERT, CHICKEN, LIVR } from '../testing/scenario.ts';
import { BOCAGE, codeOf, createWorld } from '../testing/world.ts';

const GP = { right: 'GP/bocage', gp: 'bocage' };
const photo = { vig: '_9j_4AAQ', l: 1_280, h: 960, t: at(5, 9), par: 'PR/bocage.3 Lea' };

test('retired, a product loses its photo; refused, it keeps it; others keep theirs', async () => {
	const world = await createWorld();
	for (const prod of [CAMEMBERT, CHICKEN]) await world.put('PHOT', { gp: 'bocage', prod }, photo);
	const photoOf = (prod: string) => world.read('PHOT', { gp: 'bocage', prod });
	const retire = (prod: string) => world.call(BOCAGE, 'ProdRetirer', { ...GP, prod });

	const computed = await world.call(BOCAGE, 'CatlCalculer', { ...GP, livr: LIVR });
	assert.equal(codeOf(computed), 'ok');
	assert.equal(codeOf(await retire(CAMEMBERT)), 'E-DISPO', 'a delivery sells it');
	assert.deepEqual(await photoOf(CAMEMBERT), photo);
	const withdrawn = { ...GP, livr: LIVR, prod: CAMEMBERT, dispo: 0 };
	assert.equal(codeOf(await world.call(BOCAGE, 'CatlAmender', withdrawn)), 'ok');
	assert.equal(codeOf(await retire(CAMEMBERT)), 'ok');
	assert.equal(await photoOf(CAMEMBERT), undefined);
	assert.deepEqual(await photoOf(CHICKEN), photo);
});

test('a product without a photo is retired as well', async () => {
	const world = await createWorld();
	const retired = await world.call(BOCAGE, 'ProdRetirer', { ...GP, prod: CAMEMBERT });
	assert.equal(codeOf(retired), 'ok');
});
