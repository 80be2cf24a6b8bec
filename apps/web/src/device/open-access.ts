import type { Access as Shown } from '@navette/client';
import { createSessionSigner, createWebTransport, presentRights } from '@navette/client';
import { bytesToBase64Url, systemClock, systemRandom } from '@navette/core';
import { type Access, type HeldRights, nameOf } from '../access/access.ts';
import type { AccessBook } from '../access/access-book.ts';
import { keyOfSeed } from '../access/take-up.ts';
import { deviceName } from '../news/device-name.ts';

/** How long before its end a session is opened anew, ms. */
const ANEW = 3_600_000;

/** What the accesses of a device are opened with. */
export interface AccessDeps {
	/** Whose device it is. */
	readonly kind: 'anonymous' | 'personal';
	/** Where they are kept. */
	readonly book: Pick<AccessBook, 'find' | 'keep'>;
}

/** Origin of the service of an access. */
export const originOf = ({ url }: Access): string => url ?? location.origin;

/** What speaks with a service before there is a session. */
export const strangerAt = (url: string) => ({
	transport: createWebTransport({ baseUrl: url }),
	...{ clock: systemClock, random: systemRandom },
});

/**
 * Keeps the session that the rights of an organisation opened. Without one, it is over: they are
 * presented anew when the organisation is next opened.
 */
export const keepSession = async (
	name: string,
	{ book }: AccessDeps,
	session?: HeldRights['session'],
): Promise<void> => {
	const known = await book.find(name);
	if (!known?.held) return;
	const { session: _before, ...held } = known.held;
	await book.keep({ ...known, held: { ...held, ...(session ? { session } : {}) } });
};

/**
 * How an access is shown to its service. Rights open a session, which is used again until it is over;
 * without network the last one is kept, so that what the device holds is shown.
 */
export const openAccess = async (access: Access, deps: AccessDeps): Promise<Shown> => {
	const { org, held } = access;
	if (!held) return { token: access.token };
	const { session } = held;
	const now = () => systemClock.now();
	if (session && session.end - ANEW > now())
		return { signer: createSessionSigner(await keyOfSeed(session.seed), now) };
	const seed = bytesToBase64Url(systemRandom.bytes(32));
	const key = await keyOfSeed(seed);
	const opened = await presentRights(strangerAt(originOf(access)), {
		...{ org, rights: held.rights, holder: await keyOfSeed(held.seed), key },
		...{ label: deviceName(navigator.userAgent), kind: deps.kind },
	});
	if (opened.ok) {
		await keepSession(nameOf(access), deps, { seed, end: opened.value.end });
		return opened.value;
	}
	return { signer: createSessionSigner(session ? await keyOfSeed(session.seed) : key, now) };
};
