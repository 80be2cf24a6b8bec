import { openSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openPost, openStoreAt } from './post.ts';

/** A server of the post in a process of its own, to be killed: what it sends is a line in a file. */
const [address = '', log = ''] = process.argv.slice(2);
const file = openSync(log, 'a');
const note = (what: string, id: string): void => {
	writeSync(file, `${Date.now()} ${process.pid} ${what} ${id}\n`);
};
const { runner } = await openPost(await openStoreAt(address), async (id) => {
	note('begin', id);
	await wait(15);
	note('end', id);
});
runner.start();
process.send?.('ready');
