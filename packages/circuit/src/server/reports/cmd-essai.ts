import { ok } from '@navette/core';
import { defineReport } from '@navette/server';
import { orderFileEntries, orderFileExample, readOrderFile } from '../order-import.ts';
import { admittedRight, whoAmong } from '../rights.ts';

/** The dry run of a file of orders. */
export const cmdEssai = defineReport({
	name: 'CmdEssai',
	about: 'Says line by line what a file of orders would change, or what is wrong with it.',
	input: orderFileEntries,
	example: orderFileExample,
	who: whoAmong('GC'),
	async handler(source, { lignes, ...input }, account) {
		const used = admittedRight(account, input.right);
		const read = await readOrderFile(source, used, input, lignes);
		return read.ok ? ok({ lignes: read.value.lignes }) : read;
	},
});
