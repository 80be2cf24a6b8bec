import type { ServerApplication } from '@navette/server';
import { circuitErrors, circuitNews, documentTypes, threadTypes } from '../model/index.ts';
import { attLigne } from './operations/att-ligne.ts';
import { catlAmender } from './operations/catl-amender.ts';
import { catlCalculer } from './operations/catl-calculer.ts';
import { cmdCopier } from './operations/cmd-copier.ts';
import { cmdLigne } from './operations/cmd-ligne.ts';
import { cmdLot } from './operations/cmd-lot.ts';
import { cmdVider } from './operations/cmd-vider.ts';
import { livrDates } from './operations/livr-dates.ts';
import { circuitPolicy } from './policy.ts';
import { catalogue } from './reports/catalogue.ts';
import { lire } from './reports/lire.ts';
import { moi } from './reports/moi.ts';

/** Circuit, as a server runs it. */
export const circuitApplication: ServerApplication = {
	name: 'circuit',
	documents: Object.values(documentTypes),
	threads: Object.values(threadTypes),
	policy: circuitPolicy,
	operations: [
		cmdLigne,
		cmdLot,
		cmdVider,
		cmdCopier,
		attLigne,
		catlAmender,
		catlCalculer,
		livrDates,
	],
	reports: [moi, catalogue, lire],
	errors: circuitErrors,
	news: circuitNews,
};
