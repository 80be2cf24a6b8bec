import { circuitApplication } from '@navette/circuit/server';
import { bytesToBase64Url, ok, systemRandom } from '@navette/core';
import type { Identity } from '@navette/directory/client';
import type { RightData } from '@navette/server';
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
	/** Documents of a type, as the server has them. */
	const documents = async <T>(type: string) =>
		must(
			await service.engine.read(
				ORG,
				() => ({ id: 'operator', rights: [] }),
				async (source) => ok(await source.list<T>(type)),
			),
		);
	return {
		service,
		ana,
		textOf: async (type: string): Promise<string> => JSON.stringify(await documents(type)),
		/** A sponsorship by Ana, with a right (of a consumer unless told) or without. */
		async sponsorLink(subject?: string, usage = 'CO', text = 'Welcome among us!'): Promise<string> {
			const secret = bytesToBase64Url(systemRandom.bytes(16));
			const right = subject
				? {
						service: 'circuit',
						org: ORG,
						label: 'Order for the family',
						secret: await service.offer(usage, subject),
					}
				: undefined;
			const options = { from: 'Ana', ...(right ? { right } : {}) };
			must(await ana.sponsor({ form: 'link', secret }, text, 7, options));
			return `${service.url}/#/sponsor/${secret}`;
		},
		/** Withdraws every right that was claimed, of one usage or of all. */
		async withdraw(usage?: string): Promise<void> {
			for (const { key, data } of await documents<RightData>('RIGHT'))
				if (usage === undefined || data.rights.some((one) => one.usage === usage))
					await service.operate('right.revoke', { right: key.right });
		},
		close: () => service.close(),
	};
};
export type CircuitSite = Awaited<ReturnType<typeof startCircuitSite>>;
