import { base64UrlToBytes } from '@navette/core';
import { type SignatureLabel, verify } from '@navette/crypto';

type Value = Parameters<typeof verify>[2];

/** Whether the owner of a key signed this; texts that are no base64url are nobody's. */
export const isSignedBy = async (
	key: string,
	label: SignatureLabel,
	value: Value,
	signature: string,
): Promise<boolean> => {
	const bytes = base64UrlToBytes(key);
	const signed = base64UrlToBytes(signature);
	return bytes !== undefined && signed !== undefined && verify(bytes, label, value, signed);
};
