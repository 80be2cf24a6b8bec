import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { type SigningKey, sign } from '@navette/crypto';
import type { WireError } from '@navette/protocol';
import * as v from 'valibot';
import { localError } from './local-error.ts';
import { callPublic, type StrangerDeps } from './public-call.ts';
import { createSessionSigner, type SessionSigner } from './session-signer.ts';
import { isInstant } from './told-instant.ts';

/** What somebody presents to a service, to open a session there. */
export interface RightsPresentation {
	/** Organisation of the service. */
	readonly org: string;
	/** Ids of access rights, all of one account: the session carries everything they allow. */
	readonly rights: readonly string[];
	/** The key that they were issued to. */
	readonly holder: SigningKey;
	/** The key of the session, fresh: it never leaves the device. */
	readonly key: SigningKey;
	/** What the person calls this device. */
	readonly label: string;
	/** An anonymous session is over an hour after it was last renewed, a personal one after 30 days. */
	readonly kind: 'anonymous' | 'personal';
}

/** A session that was opened. */
export interface OpenedSession {
	readonly signer: SessionSigner;
	readonly account: string;
	/** Over after this instant unless it is renewed, and after that one whatever happens: ms. */
	readonly until: number;
	readonly end: number;
}

const Opened = v.object({ account: v.string(), until: v.number(), end: v.number() });

/**
 * Opens a session at a service by access rights, which their holder signs for. A device whose clock is
 * wrong signs again by the one of the server.
 */
export const presentRights = async (
	deps: StrangerDeps,
	{ org, rights, holder, key, label, kind }: RightsPresentation,
): Promise<Result<OpenedSession, WireError>> => {
	const signer = createSessionSigner(key, () => deps.clock.now());
	const { session } = signer;
	const present = async (time: number) =>
		callPublic(deps, org, 'session.open', {
			...{ session, rights, time, label, kind },
			holder: bytesToBase64Url(holder.publicKey),
			signature: bytesToBase64Url(
				await sign(holder, 'nv/right', [org, session, rights, time, kind]),
			),
		});
	let answer = await present(deps.clock.now());
	const there = answer.ok ? undefined : answer.error.detail?.now;
	if (!answer.ok && answer.error.code === 'E-CLOCK' && isInstant(there)) {
		signer.learn(there);
		answer = await present(there);
	}
	if (!answer.ok) return answer;
	const opened = v.safeParse(Opened, answer.value);
	return opened.success ? ok({ signer, ...opened.output }) : err(localError('E-DEFECT'));
};
