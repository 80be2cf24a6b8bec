import { createWebTransport } from '@navette/client';
import { err, ok, type Result, systemClock, systemRandom } from '@navette/core';
import type { DirectoryClientDeps } from '@navette/directory/client';
import { directoryOf, SITE_PATH } from '@navette/directory/model';
import { pinnedDirectory } from '../device/preference-store.ts';
import { stretchInWorker } from '../device/stretcher.ts';

/**
 * Why there is no directory here: nobody answers; this site has none; or its key is not the one this
 * device heard first.
 */
export type DirectoryFault = 'offline' | 'none' | 'changed';

/** The directory of this site, and where it answers. */
export type SiteDirectory = DirectoryClientDeps & { readonly url: string };

/** What the site says of itself, where it says something. */
const askSite = async (): Promise<Result<unknown, 'offline'>> => {
	try {
		const answer = await fetch(SITE_PATH, { signal: AbortSignal.timeout(20_000) });
		return answer.ok ? ok(await answer.json()) : err('offline');
	} catch (error) {
		/* no network, or an answer that is no JSON: somebody else answers in the place of the site */
		if (error instanceof TypeError || error instanceof DOMException) return err('offline');
		if (error instanceof SyntaxError) return err('offline');
		throw error;
	}
};

/** The directory of this site, its key held against the one heard first. */
export const findDirectory = async (): Promise<Result<SiteDirectory, DirectoryFault>> => {
	const answer = await askSite();
	if (!answer.ok) return answer;
	const found = directoryOf(answer.value, location.origin);
	if (!found.ok || !found.value) return err('none');
	const { url, key, org, realm } = found.value;
	const pinned = pinnedDirectory.read(realm);
	if (pinned !== undefined && pinned !== key) return err('changed');
	if (pinned === undefined) pinnedDirectory.write(realm, key);
	return ok({
		...{ url, wire: createWebTransport({ baseUrl: url }), org, realm, directoryKey: key },
		...{ clock: systemClock, random: systemRandom, stretcher: stretchInWorker },
	});
};
