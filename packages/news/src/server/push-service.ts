/** One message for one device; it leaves sealed for that device alone (RFC 8291). */
export interface Push {
	/** Address the device gave, already checked. */
	readonly endpoint: string;
	/** Public key of the device, base64url. */
	readonly p256dh: string;
	/** Secret of the subscription, base64url. */
	readonly auth: string;
	/** Always as long. */
	readonly payload: Uint8Array;
	readonly isUrgent: boolean;
	/** How long the push service keeps it for a device that is off, seconds. */
	readonly ttl: number;
}

/**
 * What became of it. `gone`: the subscription is no more; `refused`: this address will never take it;
 * `later`: it may pass after so many seconds, or when the sender likes.
 */
export type PushOutcome =
	| { readonly kind: 'sent' | 'gone' | 'refused' }
	| { readonly kind: 'later'; readonly reason: string; readonly seconds?: number };

/** Brings messages to the push services of browsers. Never throws for what the network does. */
export interface PushService {
	/** Public key by which push services know this server (VAPID, RFC 8292), base64url. */
	readonly publicKey: string;
	send(push: Push): Promise<PushOutcome>;
}
