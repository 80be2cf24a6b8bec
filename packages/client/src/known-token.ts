import { encodeCbor } from '@navette/codec';
import type { WireError } from '@navette/protocol';
import type { StrangerDeps } from './public-call.ts';
import { decodeFailure } from './wire.ts';

/**
 * Why an organisation refuses a token, asked before it is kept; `undefined`: it takes it, or says
 * nothing for now.
 */
export const refusalOfToken = async (
	{ transport }: Pick<StrangerDeps, 'transport'>,
	org: string,
	token: string,
): Promise<WireError | undefined> => {
	const headers = { authorization: `Bearer ${token}` };
	const sent = await transport.request(`/api/${org}/report/me`, encodeCbor({}), headers);
	if (!sent.ok || sent.value.status === 200) return undefined;
	const refused = decodeFailure(sent.value.body);
	return refused?.retry === 'later' ? undefined : refused;
};
