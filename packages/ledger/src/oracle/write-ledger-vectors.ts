/** Prints the frozen vectors of `ledger.vectors.json`: this must print the values that are in it. */
import { tellAccount, tellGroup } from '../testing/frozen-story.ts';

const vectors = { account: await tellAccount(), group: await tellGroup() };
process.stdout.write(`${JSON.stringify(vectors, null, '\t')}\n`);
