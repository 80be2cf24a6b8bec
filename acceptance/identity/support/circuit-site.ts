import { circuitApplication } from '@navette/circuit/server';
import { bytesToBase64Url, systemRandom } from '@navette/core';
import type { Identity } from '@navette/directory/client';
import { scenarioDocuments } from '../../../packages/circuit/src/server/testing/scenario.ts';
import { writeSeed } from '../../../packages/circuit/src/server/testing/world.ts';
import { must, registered } from './member.ts';
import { startService } from './service.ts';

const ORG = 'circuit';

/** A circuit and the directory of its universe on one server; Ana is registered, and sponsors. */
export const startCircuitSite = async () => {
	const service = await startService(ORG, circuitApplication);
	await writeSeed(service.engine, ORG, scenarioDocuments());
	const ana: Identity = await registered(service, 'ana');
	return {
		service,
		ana,
		/** A sponsorship by Ana, with the right of a consumer or without; `address` of another server's page */
		async sponsorLink(subject?: string, text = 'Welcome among us!'): Promise<string> {
			const secret = bytesToBase64Url(systemRandom.bytes(16));
			const right = subject
				? {
						service: 'circuit',
						org: ORG,
						label: 'Order for the family',
						secret: await service.offer('CO', subject),
					}
				: undefined;
			const options = { from: 'Ana', ...(right ? { right } : {}) };
			must(await ana.sponsor({ form: 'link', secret }, text, 7, options));
			return `${service.url}/#/sponsor/${secret}`;
		},
		/** What became of the offers of Ana. */
		close: () => service.close(),
	};
};
export type CircuitSite = Awaited<ReturnType<typeof startCircuitSite>>;
