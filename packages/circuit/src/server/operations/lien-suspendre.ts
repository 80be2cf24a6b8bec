import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { linkEntries, writeLink } from '../link-writing.ts';
import { whoMainAmong } from '../rights.ts';

/** A no to a request, or a pause. */
export const lienSuspendre = defineOperation({
	name: 'LienSuspendre',
	about: 'Stops doing business, or declines a request.',
	input: v.strictObject(linkEntries),
	example: { right: 'GP/bocage', gc: 'dupleix', gp: 'bocage' },
	who: whoMainAmong('GC', 'GP'),
	handler: (context, input) => writeLink(context, input, 'suspend'),
});
