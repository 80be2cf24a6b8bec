import { SITE_PATH, SiteAnswer } from '@navette/directory/model';
import * as v from 'valibot';

/** Whether pages of here may ask the service of an entry: one that the server of this page knows. */
export const isKnownService = async (url: string | undefined): Promise<boolean> => {
	if (url === undefined) return true;
	try {
		const answer = await fetch(SITE_PATH, { credentials: 'omit', cache: 'no-store' });
		const site = v.safeParse(SiteAnswer, await answer.json());
		return site.success && site.output.services.includes(url);
	} catch (error) {
		// no network, or an answer that is no JSON: nobody says that it is known
		if (error instanceof TypeError || error instanceof SyntaxError) return false;
		throw error;
	}
};
