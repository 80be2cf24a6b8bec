import { base64UrlToBytes } from '@navette/core';
import { isStrictPublicKey } from '@navette/crypto';
import { DirectoryKey, UniverseCode } from '@navette/directory/model';
import * as v from 'valibot';
import type { Setting } from '../setting.ts';

/** Who keeps the users of this site. */
export type DirectoryConfig =
	/** This very site, in an organisation of its own. */
	| { readonly kind: 'host'; readonly universe: string }
	/** Another one: its address, and the public key (base64url) by which it is known. */
	| {
			readonly kind: 'elsewhere';
			readonly universe: string;
			readonly url: string;
			readonly key: string;
	  }
	/** Nobody: people enter by links alone. */
	| { readonly kind: 'none'; readonly universe: string };

const isKey = (text: string): boolean => {
	const bytes = base64UrlToBytes(text);
	return bytes !== undefined && isStrictPublicKey(bytes);
};

const isOrigin = (text: string): boolean =>
	URL.canParse(text) &&
	/^https?:$/.test(new URL(text).protocol) &&
	new URL(text).origin === text.replace(/\/$/, '');

const Elsewhere = v.strictObject({
	url: v.pipe(v.string(), v.check(isOrigin)),
	key: v.pipe(DirectoryKey, v.check(isKey)),
});
type Chosen = 'host' | 'none' | v.InferOutput<typeof Elsewhere>;

/** `https://directory.example#KEY` */
const toPlace = (text: string): unknown => {
	const hash = text.indexOf('#');
	return hash < 0 ? text : { url: text.slice(0, hash), key: text.slice(hash + 1) };
};

const toList = (text: string): unknown => text.split(',').map((one) => one.trim());

/** Settings of the user directory. */
export const DIRECTORY_SETTINGS: readonly Setting[] = [
	{
		...{ name: 'directory', variable: 'NAVETTE_DIRECTORY', fallback: 'host', fromText: toPlace },
		schema: v.union([v.picklist(['host', 'none']), Elsewhere]),
		allowed:
			'"host", "none", or where it is and its public key: https://directory.example#KEY ({ "url", "key" } in the file)',
	},
	{
		...{ name: 'services', variable: 'NAVETTE_SERVICES', fallback: [] },
		...{ schema: v.array(v.pipe(v.string(), v.check(isOrigin))), fromText: toList },
		allowed: 'origins of other services, https://…, between commas',
	},
	{
		...{ name: 'universe', variable: 'NAVETTE_UNIVERSE', fallback: 'universe' },
		...{ schema: UniverseCode, allowed: '4 to 16 of a-z, 0-9, -', fromText: (text) => text },
	},
];

/** The directory that the settings name. */
export const directoryConfigOf = (universe: string, chosen: Chosen): DirectoryConfig =>
	typeof chosen === 'string'
		? { kind: chosen, universe }
		: { kind: 'elsewhere', universe, key: chosen.key, url: new URL(chosen.url).origin };
