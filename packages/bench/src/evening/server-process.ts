import { accessOf, serveSeeded } from '../seeded-server.ts';
import { eveningOf } from './organisation.ts';
import { nameOf, ordersOf, screensOf } from './plan.ts';
import { tokenOf } from './token.ts';

/** The server of an evening in a process of its own, with everybody's access, at its usual limits. */
const [data = '', secret = '', groups = '', consumers = '', writes = '', screens = '', now = ''] =
	process.argv.slice(2);

const evening = eveningOf({ groups: Number(groups), consumers: Number(consumers) }, Number(now));
const names = new Set([
	...ordersOf(evening, Number(writes)).map(({ gc, co }) => `CO/${gc}.${co}`),
	...screensOf(evening, Number(screens)).map(nameOf),
]);
const accesses = [...names].map((name) => accessOf(name, tokenOf(secret, name), Number(now)));
await serveSeeded(data, 'evening', [...evening.documents, ...accesses]);
