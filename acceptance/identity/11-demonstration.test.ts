/**
 * Point 11: the entry links of the demonstration are sponsorships, answered by as many as have them:
 * one registers by a link, claims the role that comes with it, and works as that role.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Running, startServer } from '@navette/app-server/start';
import {
	claimRight,
	createWebTransport,
	credentialOf,
	presentRights,
	sendSigned,
} from '@navette/client';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { silentLog, systemClock, systemRandom } from '@navette/core';
import { generateSigningKey } from '@navette/crypto';
import { login, lookAtOffer, register } from '@navette/directory/client';
import { must } from './support/member.ts';
import { directoryDepsOf } from './support/service.ts';

const bounded = { timeout: 180_000 };
const data = mkdtempSync(path.join(tmpdir(), 'navette-demonstration-'));
let navette: Running;
const start = async (): Promise<Running> => {
	const started = await startServer({
		...{ data, port: 0, log: silentLog, demonstration: true },
		directory: { kind: 'host', universe: 'universe' },
	});
	if (!started.ok) throw new Error(started.error);
	return started.value;
};
before(async () => {
	navette = await start();
	await navette.close();
	navette = await start();
});
after(async () => {
	await navette.close();
	rmSync(data, { recursive: true, force: true });
});

for (const name of ['ana', 'bob'])
	test(
		`11. ${name} registers by the consumer's link of the demonstration, and is a consumer`,
		bounded,
		async () => {
			const deps = await directoryDepsOf(navette.url);
			const entry = navette.entries.find(({ role }) => role === 'consumer');
			assert.ok(entry);
			const secret = { form: 'link', secret: entry.token } as const;
			const { welcome, right } = must(await lookAtOffer(deps, secret));
			assert.match(welcome, /Welcome to the demonstration/);
			assert.ok(right);
			const phrases = { first: `${name} of the demonstration`, second: `${name} tries it all` };
			must(await register(deps, { secret, aliases: [phrases], thanks: 'thank you' }));
			const person = must(await login(deps, { phrases, label: 'phone', kind: 'personal' }));
			const holder = await person.holderKey(right.service, right.org);
			const transport = createWebTransport({ baseUrl: navette.url });
			const stranger = { transport, clock: systemClock, random: systemRandom };
			const claimed = must(await claimRight(stranger, right.org, right.secret, holder));
			const key = await generateSigningKey({ random: systemRandom });
			const about = { org: right.org, rights: [claimed.right], label: 'phone' };
			const { signer } = must(
				await presentRights(stranger, { ...about, holder, key, kind: 'personal' }),
			);
			const me = `/api/${right.org}/report/me`;
			const sent = must(await sendSigned(transport, credentialOf({ signer }), me, encodeCbor({})));
			const answer = must(decodeCbor(sent.body)) as { result: { rights: { usage: string }[] } };
			assert.equal(answer.result.rights[0]?.usage, 'CO');
			await person.close();
		},
	);
