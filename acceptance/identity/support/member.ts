import type { TestContext } from 'node:test';
import {
	claimRight,
	createSession,
	presentRights,
	type Session,
	type SessionSigner,
	type Transport,
} from '@navette/client';
import type { Result } from '@navette/core';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { generateSigningKey } from '@navette/crypto';
import { type Identity, login, register, type SponsorSecret } from '@navette/directory/client';
import { createMemoryLocalStore } from '@navette/local-store';
import { boardsCatalogue } from './boards.ts';
import { directoryDepsOf, type ServiceAtWork, sponsorLink } from './service.ts';

/** The value of an outcome that is expected to be good. */
export const must = <T>(outcome: Result<T, unknown>): T => {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
	return outcome.value;
};

/** Waits for something the test expects; fails when it does not come. */
export const until = async (what: string, holds: () => boolean): Promise<void> => {
	const end = performance.now() + 20_000;
	while (!holds()) {
		if (performance.now() > end) throw new Error(`never happened: ${what}`);
		await new Promise((resolve) => setImmediate(resolve));
	}
};

/** Somebody registered at the directory that a server hosts, and entered. */
export const registered = async (
	host: ServiceAtWork,
	name: string,
	offered?: SponsorSecret,
): Promise<Identity> => {
	const deps = await directoryDepsOf(host.url);
	const phrases = (which: string) => ({
		first: `${name} of the ${which} orchard`,
		second: `${name} has a ${which} phrase`,
	});
	const aliases = [phrases('first'), phrases('other')] as const;
	const secret = offered ?? (await sponsorLink(host));
	must(await register(deps, { secret, aliases, thanks: 'thank you' }));
	return must(await login(deps, { phrases: aliases[0], label: 'phone', kind: 'personal' }));
};

/** Claims an offered right, and keeps it in the sheet with a comment. */
export const takeRight = async (
	identity: Identity,
	service: ServiceAtWork,
	secret: string,
	comment: string,
): Promise<string> => {
	const holder = await identity.holderKey('boards', service.org);
	const claimed = must(await claimRight(service.stranger(), service.org, secret, holder));
	const kept = { service: 'boards', org: service.org, right: claimed.right, comment };
	must(await identity.changeSheet((sheet) => ({ ...sheet, rights: [...sheet.rights, kept] })));
	return claimed.right;
};

/** A signed session at a service, opened by the rights of a sheet. */
export const signerAt = async (
	identity: Identity,
	service: ServiceAtWork,
): Promise<SessionSigner> => {
	const rights = identity.sheet().rights.filter(({ org }) => org === service.org);
	const opened = await presentRights(service.stranger(), {
		...{ org: service.org, rights: rights.map(({ right }) => right), label: 'phone' },
		holder: await identity.holderKey('boards', service.org),
		key: await generateSigningKey({ random: systemRandom }),
		kind: 'personal',
	});
	return must(opened).signer;
};

/** A session of the client over a signer; the test ends it. */
export const sessionAt = async (
	t: TestContext,
	service: ServiceAtWork,
	signer: SessionSigner,
	transport?: Transport,
): Promise<Session> => {
	const session = await createSession({
		...{ org: service.org, baseUrl: service.url, signer, catalogue: boardsCatalogue },
		...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
		store: await createMemoryLocalStore({ log: silentLog }),
		...(transport ? { transport } : {}),
	});
	t.after(session.close);
	return session;
};
