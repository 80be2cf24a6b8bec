import { SITE_PATH, type SiteAnswer } from '@navette/directory/model';
import { API_HEADERS } from '@navette/server';
import type { Hono } from 'hono';
import type { DirectoryConfig } from './directory-config.ts';

/** What anybody is told of the directory; the key is the site's own when it hosts it. */
const directoryAnswer = (
	config: DirectoryConfig,
	ownKey: string | undefined,
): SiteAnswer['directory'] => {
	if (config.kind === 'elsewhere') return { key: config.key, url: config.url };
	return ownKey === undefined ? null : { key: ownKey };
};

/** Says to anybody which universe this server belongs to, and where its directory is. */
export const addSiteAnswer = (
	app: Hono,
	config: DirectoryConfig,
	ownKey: string | undefined,
): void => {
	const { universe } = config;
	const answer: SiteAnswer = { universe, directory: directoryAnswer(config, ownKey) };
	app.get(SITE_PATH, (context) => context.json(answer, 200, API_HEADERS));
};
