import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { linkEntries, writeLink } from '../link-writing.ts';
import { whoMainAmong } from '../rights.ts';

/** A wish to do business. */
export const lienProposer = defineOperation({
	name: 'LienProposer',
	about: 'Proposes to do business; the other side sees a request.',
	input: v.strictObject(linkEntries),
	example: { right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage' },
	who: whoMainAmong('GC', 'GP'),
	handler: (context, input) => writeLink(context, input, 'propose'),
});
