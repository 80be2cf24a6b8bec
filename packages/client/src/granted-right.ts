import { base64UrlToBytes, bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { hash, type SigningKey, verify } from '@navette/crypto';
import { GrantedRight, grantedValues, type WireError } from '@navette/protocol';
import * as v from 'valibot';
import { localError } from './local-error.ts';
import { askPublic, type StrangerDeps } from './public-call.ts';

/** What a right has to be, to be kept by this device. */
export interface ExpectedRight {
	readonly service: string;
	readonly org: string;
	readonly right: string;
	/** The key that holds it. */
	readonly holder: Pick<SigningKey, 'publicKey'>;
	/** Key of the service, base64url; absent = nothing is known of it yet, and the first is believed. */
	readonly key?: string | undefined;
}

/** Whether what a right says was signed by its service, and is about the one that is expected. */
export const isGranted = async (
	granted: GrantedRight,
	{ service, org, right, holder, key }: ExpectedRight,
): Promise<boolean> => {
	if (key !== undefined && granted.key !== key) return false;
	if (granted.service !== service || granted.org !== org || granted.right !== right) return false;
	if (granted.holder !== bytesToBase64Url(hash('nv/public-key', holder.publicKey))) return false;
	const bytes = (text: string) => base64UrlToBytes(text) ?? new Uint8Array();
	const said = grantedValues(granted);
	return verify(bytes(granted.key), 'nv/grant', said, bytes(granted.signature));
};

/**
 * What a service says of a right, signed by it. `E-FORGED`: by somebody else, or about another right.
 * `E-OFFER`: it is not there, or no longer.
 */
export const lookAtRight = async (
	deps: StrangerDeps,
	expected: ExpectedRight,
): Promise<Result<GrantedRight, WireError>> => {
	const { service, org, right } = expected;
	const answer = await askPublic(deps, org, 'right.show', { service, right });
	if (!answer.ok) return answer;
	const granted = v.safeParse(GrantedRight, answer.value);
	if (!granted.success) return err(localError('E-FORGED'));
	const isTrue = await isGranted(granted.output, expected);
	return isTrue ? ok(granted.output) : err(localError('E-FORGED'));
};
