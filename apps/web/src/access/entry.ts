/** What a link of entry carries, in the part of the address that no server sees. */
export interface Entry {
	readonly org: string;
	readonly token: string;
}

const ENTRY = /#\/enter\/([a-z0-9-]{4,16})\/([A-Za-z0-9_.~-]{16,512})\/?$/;

/** The entry in an address, whole or from its `#` on; `undefined` when there is none. */
export const parseEntry = (address: string): Entry | undefined => {
	const [, org, token] = address.trim().match(ENTRY) ?? [];
	return org === undefined || token === undefined ? undefined : { org, token };
};
