import { SITE_PATH, type SiteAnswer } from '@navette/directory/model';
import { API_HEADERS } from '@navette/server';
import type { Hono } from 'hono';
import type { DirectoryConfig } from './directory-config.ts';
import type { KnownOrigins } from './known-origins.ts';

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
	origins: Pick<KnownOrigins, 'all'>,
): void => {
	const { universe } = config;
	app.get(SITE_PATH, (context) => {
		const directory = directoryAnswer(config, ownKey);
		const answer: SiteAnswer = { universe, directory, services: [...origins.all()] };
		return context.json(answer, 200, API_HEADERS);
	});
};
