import * as v from 'valibot';
import { authorSchema, countSchema, instantSchema, textSchema } from './fields.ts';

/** One message of a chat. */
export const chatItemSchema = v.strictObject({
	k: textSchema(64),
	t: instantSchema,
	/** Role (`CO`, `GC`, `GP`, `PR`), code of its subject (`dupleix.3`), initials. */
	aut: v.strictObject({
		role: v.picklist(['CO', 'GC', 'GP', 'PR']),
		code: textSchema(40),
		init: textSchema(4),
	}),
	/** Empty once deleted. */
	tx: v.pipe(v.string(), v.maxLength(2_000)),
	urg: v.exactOptional(v.boolean()),
	/** Published, waiting, refused. */
	mod: v.picklist(['pub', 'att', 'ref']),
	/** When it was published by a moderator or made urgent; absent when told as it was written. */
	pub: v.exactOptional(instantSchema),
	/** Moderator, and reason of a refusal. */
	par: v.exactOptional(authorSchema),
	motif: v.exactOptional(textSchema(300)),
	/** Deleted at. */
	sup: v.exactOptional(instantSchema),
	/** Code of an automatic item; always silent. */
	auto: v.exactOptional(textSchema(40)),
});
export type ChatItem = v.InferOutput<typeof chatItemSchema>;

/** Over this many items the oldest half moves to a document of its own (`CHAR`). */
export const MAX_CHAT_ITEMS = 500;

/** CHL (`gp livr`), CHD (`gp livr gc`), CHCO (`gc`), CHPR (`gp`). */
export const chatSchema = v.strictObject({
	/** Items ever written. */
	n: countSchema,
	items: v.pipe(v.array(chatItemSchema), v.maxLength(MAX_CHAT_ITEMS)),
});
export type Chat = v.InferOutput<typeof chatSchema>;

/**
 * CHAR, oldest items of a chat that was full; key `chat gp livr gc n`, with `-` where the chat has no
 * such property, `n` from 1.
 */
export const chatArchiveSchema = v.strictObject({
	items: v.pipe(v.array(chatItemSchema), v.maxLength(MAX_CHAT_ITEMS)),
});
