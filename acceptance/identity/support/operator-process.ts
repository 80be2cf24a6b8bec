/**
 * A server of one operator, in a process of its own: one organisation of Circuit with the deliveries of
 * the scenario. Answers what its parent asks.
 */
import { serviceKeysOf } from '@navette/app-server/derived-keys';
import { serve } from '@navette/app-server/serve';
import { keysIn, readSiteKeys } from '@navette/app-server/site-keys';
import { circuitApplication } from '@navette/circuit/server';
import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url, ok, silentLog, systemRandom } from '@navette/core';
import { hashOfToken, type OfferData } from '@navette/server';
import { createSiteKeys } from '@navette/site-keys';
import { createTestClock } from '@navette/testkit';
import { at, scenarioDocuments } from '../../../packages/circuit/src/server/testing/scenario.ts';
import { writeSeed } from '../../../packages/circuit/src/server/testing/world.ts';
import type { OperatorAsked, OperatorGiven } from './operator.ts';

const NOW = at(5, 10);
const { data, org, directory }: OperatorGiven = JSON.parse(process.argv[2] ?? '');
const started = await serve({
	...{ data, port: 0, log: silentLog, clock: createTestClock(NOW), directory },
	applications: [circuitApplication],
	rates: {
		...{ perToken: 1_000_000, refusalsPerAddress: 1_000, strangersPerAddress: 10_000 },
		...{ entriesPerAddress: 10_000, entriesPerOrganisation: 10_000, offersPerAddress: 10_000 },
	},
	async prepare(engine) {
		await engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
		await writeSeed(engine, org, scenarioDocuments());
	},
});
if (!started.ok) throw new Error(started.error);
const site = started.value;
const nobody = (id: string) => () => ({ id, rights: [] });

/** Offers a right by the secret of a link, as `navette right offer` does. */
const offer = async (usage: string, subject: string): Promise<string> => {
	const secret = bytesToBase64Url(systemRandom.bytes(16));
	const keys = await offerKeysOf(secret);
	if (!keys) throw new Error('no keys of a secret');
	const data: OfferData = {
		...{ label: `${usage}/${subject}`, rights: [{ usage, subject, power: 1 }] },
		acceptKey: bytesToBase64Url(keys.accept.publicKey),
		...{ created: NOW, until: NOW + 864e5, life: 30 * 864e5, times: 'once' },
	};
	await site.engine.run({
		...{ org, caller: nobody('operator') },
		async work(context) {
			await context.write('OFFER', { offer: keys.offer }, data);
			return ok(null);
		},
	});
	return secret;
};

/** Gives a token to the administrator of the directory that this server hosts. */
const administer = async (token: string): Promise<null> => {
	await site.engine.run({
		...{ org: 'universe', caller: nobody('set-up') },
		async work(context) {
			const rights = [{ usage: 'ADM', subject: '', power: 1 }];
			const access = { account: 'operator', label: 'operator', rights, created: 0 };
			await context.write('ACCESS', { hash: hashOfToken(token) }, access);
			return ok(null);
		},
	});
	return null;
};

/** Public keys of the service, as its operator declares them. */
const keys = async () => {
	const rings = readSiteKeys(keysIn(data));
	if (!rings.ok) throw new Error(rings.error);
	return serviceKeysOf(
		createSiteKeys(() => rings.value, systemRandom),
		'circuit',
	);
};

const answer = async (asked: OperatorAsked): Promise<unknown> => {
	if (asked.kind === 'offer') return offer(asked.usage, asked.subject);
	if (asked.kind === 'administer') return administer(asked.token);
	if (asked.kind === 'keys') return keys();
	await site.refreshServices();
	return null;
};

process.on('message', (asked: OperatorAsked) => {
	void answer(asked).then((value) => process.send?.({ value }));
});
process.on('disconnect', () => {
	void site.close().then(() => process.exit(0));
});
process.send?.({ value: { url: site.url, key: site.directory?.publicKey ?? '' } });
