import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { linkEntries, writeLink } from '../link-writing.ts';
import { whoMainAmong } from '../rights.ts';

/** A yes to a request, or again after a suspension. */
export const lienAccepter = defineOperation({
	name: 'LienAccepter',
	about: 'Accepts to do business, or takes it up again.',
	input: v.strictObject(linkEntries),
	example: { right: 'GP/bocage', gc: 'dupleix', gp: 'bocage' },
	who: whoMainAmong('GC', 'GP'),
	handler: (context, input) => writeLink(context, input, 'accept'),
});
