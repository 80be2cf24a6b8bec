import { bytesToBase64Url, bytesToHex, systemRandom } from '@navette/core';
import type { Right } from '@navette/model';
import { useSession } from '@navette/ui';

/** An access that was given; its link is nowhere else. */
export interface Granted {
	readonly label: string;
	readonly link: string;
}

const hashOf = async (token: string): Promise<string> => {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
	return bytesToHex(new Uint8Array(digest));
};

/** Gives an access. The token is made here and never sent: the server is told its hash. */
export function useGrant() {
	const session = useSession();
	return async (label: string, rights: readonly Right[]) => {
		const token = bytesToBase64Url(systemRandom.bytes(24));
		const account = bytesToBase64Url(systemRandom.bytes(9));
		const input = { hash: await hashOf(token), account, label, rights };
		const outcome = await session.call('access.grant', input);
		const link = `${location.origin}/#/enter/${session.org}/${token}`;
		return outcome.ok ? { ok: true as const, value: { label, link } } : outcome;
	};
}
