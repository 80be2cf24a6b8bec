import assert from 'node:assert/strict';
import type {
	Carton,
	CatalogueLine,
	ConsumerOrder,
	GroupOrder,
	Package,
} from '@navette/circuit/model';
import { productAlerts } from '@navette/circuit/model';
import { at, LIVR } from '../../../packages/circuit/src/server/testing/scenario.ts';
import type { Circuit } from '../../first-light/support/circuit-server.ts';
import type { Answer, Person, SeenThread } from '../../first-light/support/person.ts';

/** Limit of one scenario. */
export const bounded = { timeout: 60_000 };

/** The delivery of 14 June, and the group Dupleix in it. */
export const TOUR = { gp: 'bocage', livr: LIVR };
export const OURS = { ...TOUR, gc: 'dupleix' };
const PATH = `dupleix.bocage.${LIVR}`;

/** What an operation answered, which must have been accepted. */
export const accepted = <T = unknown>(answer: Answer): T => {
	assert.equal(answer.status, 200, JSON.stringify(answer));
	return answer.result as T;
};

/** A refusal by its code, said in both languages. */
export const refusedAs = (answer: Answer, code: string): NonNullable<Answer['error']> => {
	assert.equal(answer.error?.code, code, JSON.stringify(answer));
	assert.equal(answer.error?.saved, false);
	assert.match(answer.error.sentence.fr, /^Rien n.a été enregistré/);
	assert.match(answer.error.sentence.en, /^Nothing was saved/);
	return answer.error;
};

/** Data of a document that a thread shows. */
export const dataOf = <T>(thread: SeenThread, type: string, id: string): T => {
	const found = thread.documents.find((one) => one.type === type && one.id === id);
	assert.ok(found?.data, `${type}/${id} is not there`);
	return found.data as T;
};

/** Writes a line of a consumer's order of Dupleix. */
export const put = (person: Person, co: string, line: object): Promise<Answer> =>
	person.call('CmdLigne', { ...OURS, co, ...line });

/** The order of Dupleix, as its animator sees it. */
export const groupOrder = async (circuit: Circuit): Promise<GroupOrder> =>
	dataOf(await circuit.as('animator').pull(`CMDG/${PATH}`), 'BCG', PATH);

/** The order of a consumer of Dupleix, as its animator sees it. */
export const orderOf = async (circuit: Circuit, co: string): Promise<ConsumerOrder> =>
	dataOf(await circuit.as('animator').pull(`CMDC/${PATH}`), 'BCC', `dupleix.${co}.bocage.${LIVR}`);

/** Every order of Dupleix, by consumer. */
const ordersOf = async (circuit: Circuit): Promise<readonly ConsumerOrder[]> => {
	const { documents } = await circuit.as('animator').pull(`CMDC/${PATH}`);
	return documents.flatMap(({ data }) => (data ? [data as ConsumerOrder] : []));
};

/** A producer's carton for Dupleix, as he sees it. */
export const cartonOf = async (
	circuit: Circuit,
	name: 'poultry' | 'citrus',
	pr: string,
): Promise<Carton> =>
	dataOf(await circuit.as(name).pull(`CMDPR/bocage.${pr}`), 'CART', `bocage.${pr}.${LIVR}.dupleix`);

/** The catalogue of the delivery, as a consumer of Dupleix is shown it. */
export const catalogueOf = async (
	circuit: Circuit,
): Promise<Readonly<Record<string, CatalogueLine>>> => {
	const report = await circuit.as('adele').report('Catalogue', TOUR);
	return accepted<{ lignes: Record<string, CatalogueLine> }>(report).lignes;
};

/** All alerts of a product in Dupleix, those of its consumers' lines included, once delivered. */
export const alertsOf = async (circuit: Circuit, code: string): Promise<number> => {
	const line = (await groupOrder(circuit)).lignes[code];
	assert.ok(line, `no line ${code}`);
	const lines = (await ordersOf(circuit)).flatMap(({ lignes }) => lignes[code] ?? []);
	const product = (await catalogueOf(circuit))[code];
	return productAlerts(line, lines, product, { tolG: 50, tolPct: 5 }, true);
};

/** Moves the clock to a moment of the tour. */
export const go = {
	closed: (circuit: Circuit) => circuit.clock.set(at(12, 21)),
	shipped: (circuit: Circuit) => circuit.clock.set(at(14, 7)),
	/** Dupleix is delivered at 9:00. */
	delivered: (circuit: Circuit) => circuit.clock.set(at(14, 9)),
	/** Its distribution begins at 10:00. */
	distribution: (circuit: Circuit) => circuit.clock.set(at(14, 10)),
	archived: (circuit: Circuit) => circuit.clock.set(at(14, 6) + 30 * 86_400_000),
};

/** Packages by weight, as the group types them. */
export const weighed = (...grams: readonly number[]): Pick<Package, 'id' | 'g'>[] =>
	grams.map((g, index) => ({ id: `p${index + 1}`, g }));
