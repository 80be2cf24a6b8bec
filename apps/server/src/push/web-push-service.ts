import { ECDH } from 'node:crypto';
import { type EndpointRules, parseEndpoint } from '@navette/news/model';
import type { PushOutcome, PushService } from '@navette/news/server';
import webPush from 'web-push';
import { type PushAnswer, postPush } from './post-push.ts';
import { PRIVATE_ADDRESS, type Resolver } from './public-lookup.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** What telling push services needs. */
export interface WebPushOptions {
	readonly keys: VapidKeys;
	/** Whom a push service may write to about this site: `mailto:…` or `https://…`. */
	readonly contact: string;
	readonly rules: EndpointRules;
	readonly resolve: Resolver;
}

/** What an answer of a push service means (RFC 8030 §5, and what the services document). */
export const answerToOutcome = ({ status, retryAfter }: PushAnswer): PushOutcome => {
	if (status >= 200 && status < 300) return { kind: 'sent' };
	if (status === 404 || status === 410) return { kind: 'gone' };
	const isOurFault = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
	if (isOurFault) return { kind: 'refused' };
	const reason = `HTTP ${status}`;
	return retryAfter === undefined
		? { kind: 'later', reason }
		: { kind: 'later', reason, seconds: retryAfter };
};

/** Whether a key that a device gave is a point of P-256: nothing can be sealed for any other. */
const isPoint = (p256dh: string): boolean => {
	try {
		ECDH.convertKey(Buffer.from(p256dh, 'base64url'), 'prime256v1');
		return true;
	} catch {
		return false;
	}
};

/** Seals messages for devices (RFC 8291) and brings them to the push services of their browsers. */
export const createWebPushService = (options: WebPushOptions): PushService => ({
	publicKey: options.keys.publicKey,
	async send({ endpoint, p256dh, auth, payload, isUrgent, ttl }) {
		const parsed = parseEndpoint(endpoint, options.rules);
		if (!parsed.ok) return { kind: 'refused' };
		if (!isPoint(p256dh)) return { kind: 'refused' };
		const { headers, body } = webPush.generateRequestDetails(
			{ endpoint: parsed.value.url.href, keys: { p256dh, auth } },
			Buffer.from(payload),
			{
				TTL: ttl,
				urgency: isUrgent ? 'high' : 'normal',
				contentEncoding: 'aes128gcm',
				vapidDetails: { subject: options.contact, ...options.keys },
			},
		);
		const asked = headers as Readonly<Record<string, string | number>>;
		const answer = await postPush(parsed.value, asked, body ?? new Uint8Array(), options.resolve);
		if (answer.ok) return answerToOutcome(answer.value);
		return answer.error === PRIVATE_ADDRESS
			? { kind: 'refused' }
			: { kind: 'later', reason: answer.error };
	},
});
