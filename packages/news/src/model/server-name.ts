/**
 * A server in the addresses of its registration on a device, from the key by which push services know
 * it: it tells organisations of one code apart.
 */
export const newsServerName = (publicKey: string): string => publicKey.slice(1, 23);
