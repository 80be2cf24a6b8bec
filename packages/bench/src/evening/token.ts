import { createHash } from 'node:crypto';

/** The token of an access, which every process of a run can make by itself. */
export const tokenOf = (secret: string, name: string): string =>
	createHash('sha256').update(`${secret} ${name}`).digest('base64url');
