import { base64UrlToBytes, err, ok, type Result } from '@navette/core';
import { verify } from '@navette/crypto';
import * as v from 'valibot';
import { SignedService, serviceValues } from '../model/index.ts';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';
import { askDirectory } from './wire.ts';

const Listed = v.object({ services: v.array(SignedService) });
type Pinned = Pick<DirectoryClientDeps, 'directoryKey' | 'org'>;

const isSigned = ({ org, directoryKey }: Pinned, service: SignedService): Promise<boolean> =>
	verify(
		base64UrlToBytes(directoryKey) ?? new Uint8Array(),
		'nv/directory',
		serviceValues(org, service, service.at),
		base64UrlToBytes(service.signature) ?? new Uint8Array(),
	);

/** The services in an answer, or in a copy of one, if the pinned key signed each of them. */
export const believedServices = async (
	pinned: Pinned,
	value: unknown,
): Promise<readonly SignedService[] | undefined> => {
	const parsed = v.safeParse(Listed, value);
	if (!parsed.success) return undefined;
	const { services } = parsed.output;
	const signed = await Promise.all(services.map((service) => isSigned(pinned, service)));
	return signed.every(Boolean) ? services : undefined;
};

/** Every service of the universe, each signed by the directory. */
export const listServices = async (
	deps: DirectoryClientDeps,
): Promise<Result<readonly SignedService[], Fault>> => {
	const answer = await askDirectory(deps, 'service.list', {});
	if (!answer.ok) return answer;
	const services = await believedServices(deps, answer.value);
	return services ? ok(services) : err({ kind: 'forged', what: 'record' });
};
