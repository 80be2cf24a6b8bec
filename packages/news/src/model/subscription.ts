import { Reference, TypeName } from '@navette/protocol';
import * as v from 'valibot';
import { NEWS_LIMITS } from './limits.ts';

/** Id of a subscription, chosen by the device: 128 random bits in base64url. */
export const subscriptionIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

const base64url = (bytes: number) =>
	v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 8) / 6)}}$`)));

/** One thread of which news is wanted, by the reference its pull gave. */
const newsThreadSchema = v.strictObject({
	reference: Reference,
	types: v.exactOptional(v.pipe(v.array(TypeName), v.minLength(1), v.maxLength(8))),
	/** Equality on properties of the key, by type. */
	filters: v.exactOptional(
		v.record(TypeName, v.record(v.string(), v.pipe(v.string(), v.maxLength(200)))),
	),
	/** Only what is urgent. */
	urgentOnly: v.exactOptional(v.boolean()),
});
export type NewsThread = v.InferOutput<typeof newsThreadSchema>;

/** What a device asks: where to send, with which keys (RFC 8291), about what, for how long. */
export const newsRequestSchema = v.strictObject({
	id: subscriptionIdSchema,
	/** What the person calls this device. */
	device: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
	endpoint: v.pipe(v.string(), v.maxLength(NEWS_LIMITS.endpointLength)),
	/** Point of P-256, uncompressed, 65 bytes. */
	p256dh: base64url(65),
	/** 16 bytes. */
	auth: base64url(16),
	threads: v.pipe(v.array(newsThreadSchema), v.maxLength(NEWS_LIMITS.threads)),
	/** Days without renewal after which it ends. */
	days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(NEWS_LIMITS.lastingDays)),
});
export type NewsRequest = v.InferOutput<typeof newsRequestSchema>;

/** What is stored of a subscription. */
export interface NewsSubscription extends Omit<NewsRequest, 'id' | 'days'> {
	/** How whoever asked is known again; opaque. */
	readonly credential: string;
	/** Digest of the endpoint: indexes are in clear, addresses are not. */
	readonly place: string;
	/** Instant of the first request, ms. */
	readonly created: number;
	/** Instant of the end, unless renewed, ms. */
	readonly until: number;
}

/** How far a subscription has been told. */
export interface NewsProgress {
	/** Version told, by reference. */
	readonly told: Readonly<Record<string, number>>;
	/** Instant up to which everything has been told, ms: what was written later is news. */
	readonly since: number;
	/** Pushes sent. */
	readonly sent: number;
	/** Failures since the last success, and not before when the next try is, ms. */
	readonly failures: number;
	readonly next: number;
	readonly lastError?: string;
	/** Who is sending now, and until when nobody else does, ms. */
	readonly lease?: { readonly by: string; readonly until: number };
}
