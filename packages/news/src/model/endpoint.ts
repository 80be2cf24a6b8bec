import { err, ok, type Result } from '@navette/core';

/** Why the address of a push service is refused. */
export type EndpointFault = 'address' | 'scheme' | 'port' | 'user' | 'host';

/** Hosts of the push services of the browsers; a leading `*.` stands for one or more labels. */
const PUSH_SERVICES: readonly string[] = [
	'fcm.googleapis.com',
	'updates.push.services.mozilla.com',
	'*.push.services.mozilla.com',
	'*.notify.windows.com',
	'web.push.apple.com',
	'*.push.apple.com',
];

/** Whether a host is one of a list. */
const isListed = (host: string, listed: readonly string[]): boolean =>
	listed.some((one) =>
		one.startsWith('*.') ? host.endsWith(one.slice(1)) && host.length >= one.length : host === one,
	);

/** What an operator lets a server send pushes to. */
export interface EndpointRules {
	/** Hosts besides `PUSH_SERVICES`, as there. */
	readonly hosts: readonly string[];
	/**
	 * `host:port` reached without TLS and on any address: a push service of one's own on this machine,
	 * for tests. Empty on a server that others reach.
	 */
	readonly plain: readonly string[];
}

/** An address that may be sent to. */
export interface Endpoint {
	readonly url: URL;
	/** Whether only public addresses of the host are accepted. */
	readonly isPublic: boolean;
}

/**
 * Reads the address a device gives of its push service. It comes from outside and the server will
 * call it: only known hosts, by TLS, on the ordinary port, without a user name.
 */
export const parseEndpoint = (
	text: string,
	rules: EndpointRules,
): Result<Endpoint, EndpointFault> => {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url) return err('address');
	if (url.username !== '' || url.password !== '') return err('user');
	if (url.protocol === 'http:' && rules.plain.includes(url.host))
		return ok({ url, isPublic: false });
	if (url.protocol !== 'https:') return err('scheme');
	if (url.port !== '') return err('port');
	if (!isListed(url.hostname, [...PUSH_SERVICES, ...rules.hosts])) return err('host');
	return ok({ url, isPublic: true });
};
