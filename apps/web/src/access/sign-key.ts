import { listServices } from '@navette/directory/client';
import { findDirectory } from '../identity/find-directory.ts';
import { SERVICE } from './access.ts';

/** The key of the service at an origin, as the directory of this site signed it; nothing where it knows none. */
export const signKeyAt = async (origin: string): Promise<string | undefined> => {
	const directory = await findDirectory();
	if (!directory.ok) return undefined;
	const found = await listServices(directory.value);
	if (!found.ok) return undefined;
	return found.value.find(({ service, url }) => service === SERVICE && url === origin)?.signKey;
};
