import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Serving, serve } from '@navette/app-server/serve';
import { createWebTransport, offerKeysOf } from '@navette/client';
import { bytesToBase64Url, ok, silentLog, systemClock, systemRandom } from '@navette/core';
import { type DirectoryClientDeps, newLinkSecret } from '@navette/directory/client';
import { directoryOf } from '@navette/directory/model';
import { hashOfToken, type ServerApplication } from '@navette/server';

const OPERATOR = 'token-of-the-operator-0123456789';

type Directory = NonNullable<Parameters<typeof serve>[0]['directory']>;

/** A real server of one organisation, with its operator; on loopback, in a folder of its own. */
export const startService = async (
	org: string,
	application: ServerApplication,
	directory: Directory = { kind: 'host', universe: 'universe' },
	more: Pick<Parameters<typeof serve>[0], 'mail'> = {},
) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-service-'));
	const organisations = directory.kind === 'host' ? [org, directory.universe] : [org];
	const start = async (port: number): Promise<Serving> => {
		const started = await serve({
			...more,
			...{ data: folder, port, log: silentLog, applications: [application], directory },
			rates: {
				...{ perToken: 1_000_000, refusalsPerAddress: 1_000, strangersPerAddress: 10_000 },
				...{ entriesPerAddress: 10_000, entriesPerOrganisation: 10_000, offersPerAddress: 10_000 },
			},
			async prepare(engine) {
				await engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
				for (const each of organisations)
					await engine.run({
						...{ org: each, caller: () => ({ id: 'set-up', rights: [] }) },
						async work(context) {
							const rights = [{ usage: 'ADM', subject: '', power: 1 }];
							const access = { account: 'operator', label: 'operator', rights, created: 0 };
							await context.write('ACCESS', { hash: hashOfToken(OPERATOR) }, access);
							return ok(null);
						},
					});
			},
		});
		if (!started.ok) throw new Error(started.error);
		return started.value;
	};
	let running = await start(0);
	/** What the operator has done, by the API. */
	const operate = async (name: string, input: unknown, at = org): Promise<void> => {
		const answer = await fetch(`${running.url}/api/${at}/call/${name}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${OPERATOR}`,
				'content-type': 'application/json',
				'operation-id': randomBytes(16).toString('base64url'),
			},
			body: JSON.stringify(input),
		});
		if (answer.status !== 200) throw new Error(`${name}: ${await answer.text()}`);
	};
	return {
		org,
		/** Where it keeps its data. */
		folder,
		operate,
		get url() {
			return running.url;
		},
		get engine() {
			return running.engine;
		},
		/** What speaks with it before there is a session. */
		stranger: () => ({
			transport: createWebTransport({ baseUrl: running.url }),
			...{ clock: systemClock, random: systemRandom },
		}),
		/** An access right offered, by the secret of a link. */
		async offer(usage: string, subject: string, times: 'once' | 'many' = 'once'): Promise<string> {
			const secret = bytesToBase64Url(systemRandom.bytes(16));
			const keys = await offerKeysOf(secret);
			if (!keys) throw new Error('no secret');
			await operate('right.offer', {
				...{ offer: keys.offer, acceptKey: bytesToBase64Url(keys.accept.publicKey) },
				...{ label: `${usage}/${subject}`, rights: [{ usage, subject, power: 1 }] },
				...{ days: 7, rightDays: 30, times },
			});
			return secret;
		},
		/** Ends every connection; the same address answers again. */
		async restart() {
			const { port } = new URL(running.url);
			await running.close();
			running = await start(Number(port));
		},
		async close() {
			await running.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
};
export type ServiceAtWork = Awaited<ReturnType<typeof startService>>;

/** What the verbs of the directory need, from what a server says of itself. */
export const directoryDepsOf = async (url: string): Promise<DirectoryClientDeps> => {
	const found = directoryOf(await (await fetch(`${url}/api/site`)).json(), url);
	if (!found.ok || !found.value) throw new Error('no directory');
	const { key: directoryKey, org, realm } = found.value;
	const wire = createWebTransport({ baseUrl: found.value.url });
	return { wire, org, realm, directoryKey, clock: systemClock, random: systemRandom };
};

/** A link by which somebody may register, made by the operator of the directory. */
export const sponsorLink = async (
	host: ServiceAtWork,
): Promise<ReturnType<typeof newLinkSecret>> => {
	const secret = newLinkSecret(systemRandom);
	const keys = secret.form === 'link' ? await offerKeysOf(secret.secret) : undefined;
	if (!keys) throw new Error('no secret');
	const offer = { sponsorship: keys.offer, acceptKey: bytesToBase64Url(keys.accept.publicKey) };
	await host.operate('sponsor.create', { ...offer, welcome: 'AAAA', days: 7 }, 'universe');
	return secret;
};
