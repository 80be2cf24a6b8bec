import type { SealingKey } from '@navette/crypto';
import type { ServerApplication } from '@navette/server';
import type { SiteKeys } from '@navette/site-keys';
import { serviceSealingKeyOf } from './derived-keys.ts';

/** Keys that requests to the services of a site are sealed to, each derived when it is first asked for. */
export const sealingKeysOf = (keys: SiteKeys, applications: readonly ServerApplication[]) => {
	const names = new Set(['directory', ...applications.map(({ name }) => name)]);
	const made = new Map<string, readonly SealingKey[]>();
	return (service: string): readonly SealingKey[] => {
		if (!names.has(service)) return [];
		const own = made.get(service) ?? [serviceSealingKeyOf(keys, service)];
		made.set(service, own);
		return own;
	};
};
