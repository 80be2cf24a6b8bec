import * as v from 'valibot';

/** A sentence for the person, in the two languages of the product. */
export const Sentence = v.strictObject({ fr: v.string(), en: v.string() });
export type Sentence = v.InferOutput<typeof Sentence>;

/**
 * What is worth doing after a failure: `never` = this call will always be refused; `change` = change
 * something first; `later` = the same call, with the same operation id, may succeed later.
 */
export const Retry = v.picklist(['never', 'change', 'later']);
export type Retry = v.InferOutput<typeof Retry>;

/** A failure on the wire. `saved` says whether anything was recorded: it never was. */
export const WireError = v.strictObject({
	code: v.string(),
	saved: v.literal(false),
	retry: Retry,
	sentence: Sentence,
	detail: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
});
export type WireError = v.InferOutput<typeof WireError>;
