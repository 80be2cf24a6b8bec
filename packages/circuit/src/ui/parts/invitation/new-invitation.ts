import { bytesToBase64Url, bytesToHex, systemRandom } from '@navette/core';

/** A secret made on this device for somebody: the server is told its hash only. */
export interface Invitation {
	/** Name of who is given it. */
	readonly lab: string;
	/** SHA-256 of the token, hexadecimal. */
	readonly hash: string;
	/** The only place where the token is. */
	readonly link: string;
}

/** A fresh secret of 192 bits and the link that holds it, for one person of an organisation. */
export const newInvitation = async (org: string, lab: string): Promise<Invitation> => {
	const token = bytesToBase64Url(systemRandom.bytes(24));
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
	return {
		lab,
		hash: bytesToHex(new Uint8Array(digest)),
		link: `${location.origin}/#/enter/${org}/${token}`,
	};
};
