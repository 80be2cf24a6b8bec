import { err, ok, type Result } from '@navette/core';
import * as v from 'valibot';

/** Where anybody asks a server, by GET, what universe it belongs to. */
export const SITE_PATH = '/api/site';

/** Code of a universe: its name, and the organisation of its directory. */
export const UniverseCode = v.pipe(v.string(), v.regex(/^[a-z0-9-]{4,16}$/));
/** An Ed25519 public key, base64url. */
export const DirectoryKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** What a server says of itself to anybody, in JSON. */
export const SiteAnswer = v.object({
	universe: UniverseCode,
	/** `null` where people enter by links alone. Without `url` this very server hosts it. */
	directory: v.nullable(v.object({ key: DirectoryKey, url: v.optional(v.string()) })),
	/** Origins of the other services that pages of this one may ask. */
	services: v.optional(v.array(v.string()), []),
});
export type SiteAnswer = v.InferOutput<typeof SiteAnswer>;

/** The user directory of a universe, as an app reaches it. */
export interface DirectoryPlace {
	/** Origin of the server that hosts it, without a final slash. */
	readonly url: string;
	/** Its public key, base64url: to be pinned. */
	readonly key: string;
	/** Its organisation. */
	readonly org: string;
	/** Name of the universe: identities of one are nobody in another. */
	readonly realm: string;
}

/** Where the directory is, from what the server at `origin` answered; `undefined` = there is none. */
export const directoryOf = (
	answer: unknown,
	origin: string,
): Result<DirectoryPlace | undefined, 'unreadable'> => {
	const parsed = v.safeParse(SiteAnswer, answer);
	if (!parsed.success) return err('unreadable');
	const { universe, directory } = parsed.output;
	if (!directory) return ok(undefined);
	const { key, url = origin } = directory;
	return ok({ url, key, org: universe, realm: universe });
};
