import type { SealingKey, SigningKey } from '@navette/crypto';
import type { ServerApplication } from '@navette/server';
import type { SiteKeys } from '@navette/site-keys';
import { serviceSealingKeyOf, serviceSigningKeyOf } from './derived-keys.ts';

/** Services of a site. */
const namesOf = (applications: readonly ServerApplication[]): ReadonlySet<string> =>
	new Set(['directory', ...applications.map(({ name }) => name)]);

/** Keys that requests to the services of a site are sealed to, each derived when it is first asked for. */
export const sealingKeysOf = (keys: SiteKeys, applications: readonly ServerApplication[]) => {
	const names = namesOf(applications);
	const made = new Map<string, readonly SealingKey[]>();
	return (service: string): readonly SealingKey[] => {
		if (!names.has(service)) return [];
		const own = made.get(service) ?? [serviceSealingKeyOf(keys, service)];
		made.set(service, own);
		return own;
	};
};

/** Keys by which the services of a site sign what their rights say. */
export const signingKeysOf = (keys: SiteKeys, applications: readonly ServerApplication[]) => {
	const names = namesOf(applications);
	const made = new Map<string, Promise<SigningKey>>();
	return async (service: string): Promise<SigningKey | undefined> => {
		if (!names.has(service)) return undefined;
		const own = made.get(service) ?? serviceSigningKeyOf(keys, service);
		made.set(service, own);
		return own;
	};
};
