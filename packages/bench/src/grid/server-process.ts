import { tokenOf } from '../evening/token.ts';
import { accessOf, serveSeeded } from '../seeded-server.ts';
import { gridOf } from './organisation.ts';

/** The server of a large order, with the access of the animator of its group. */
const [data = '', secret = '', consumers = '', products = '', now = ''] = process.argv.slice(2);

const grid = gridOf({ consumers: Number(consumers), products: Number(products) }, Number(now));
const animator = `GC/${grid.gc}`;
const access = accessOf(animator, tokenOf(secret, animator), Number(now));
await serveSeeded(data, 'grid', [...grid.documents, access]);
