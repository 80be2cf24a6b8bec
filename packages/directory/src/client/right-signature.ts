import { isGranted } from '@navette/client';
import type { Identity } from './identity.ts';
import type { Sheet } from './sheet.ts';

type KeptRight = Sheet['rights'][number];

/**
 * `signed`: what the right says was signed by its service; `unsigned`: it says nothing; `forged`: by
 * somebody else, or about another right.
 */
export type RightSignature = 'forged' | 'signed' | 'unsigned';

/**
 * Whether what a right of the sheet says was signed by its service: by the key of the first right that
 * was kept of it, and about this very right of this very person.
 */
export const signatureOf = async (
	identity: Pick<Identity, 'holderKey'>,
	{ granted, service, org, right, url }: KeptRight,
	all: readonly KeptRight[],
): Promise<RightSignature> => {
	if (!granted) return 'unsigned';
	const first = all.find(
		(one) => one.granted && one.service === service && one.org === org && one.url === url,
	);
	const holder = await identity.holderKey(service, org);
	const expected = { service, org, right, holder, key: first?.granted?.key };
	return (await isGranted(granted, expected)) ? 'signed' : 'forged';
};
