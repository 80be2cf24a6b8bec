import { bytesToBase64Url, err, failure, ok } from '@navette/core';
import { type SigningKey, sign } from '@navette/crypto';
import { type GrantedRight, grantedValues } from '@navette/protocol';
import * as v from 'valibot';
import { anybody, defineReport, type ServerApplication } from '../application.ts';
import { RightId } from './right-input.ts';
import type { RightData } from './session-types.ts';

/** The key by which a service of this server signs; nothing for one that it does not run. */
export type ServiceKeyOf = (service: string) => Promise<SigningKey | undefined>;

const Service = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,31}$/));

const show = (keyOf: ServiceKeyOf) =>
	defineReport({
		name: 'right.show',
		about: 'What an access right says, signed by its service, to whoever knows its id.',
		input: v.strictObject({ service: Service, right: RightId }),
		example: { service: 'circuit', right: 'AAAAAAAAAAAAAAAAAAAAAA' },
		public: true,
		who: anybody,
		async handler(source, { service, right }, _account, org) {
			const key = await keyOf(service);
			const found = await source.read<RightData>('RIGHT', { right });
			if (!key || !found || source.now >= found.until) return err(failure('E-OFFER'));
			const { account, holder, rights, until } = found;
			const said = { service, org, right, account, holder, rights: [...rights], until };
			const granted: GrantedRight = {
				...said,
				key: bytesToBase64Url(key.publicKey),
				signature: bytesToBase64Url(await sign(key, 'nv/grant', grantedValues(said))),
			};
			return ok(granted);
		},
	});

/** Says what rights are, signed by the services that gave them. */
export const createSignedRights = (keyOf: ServiceKeyOf): ServerApplication => ({
	...{ name: 'signed-rights', documents: [], threads: [], operations: [], errors: {} },
	policy: { thread: () => undefined, dependsOn: [] },
	reports: [show(keyOf)],
});
