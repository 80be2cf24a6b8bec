import * as v from 'valibot';
import { WireDocument } from './document.ts';
import { PathText, Reference, TypeName, VersionNumber } from './identifiers.ts';
import { LIMITS } from './limits.ts';
import { WireError } from './wire-error.ts';

const KeyFilter = v.record(v.string(), v.pipe(v.string(), v.maxLength(128)));

/** What a device wants of one thread: the documents above `since`, of some types, filtered. */
export const ThreadRequest = v.strictObject({
	reference: Reference,
	since: VersionNumber,
	/** Horizon the device knows; lets a full reading go on over several pages. */
	horizon: v.optional(VersionNumber),
	/** Tombstones at or below this version are not wanted. */
	tombstonesAfter: v.optional(VersionNumber),
	/** What the device was last allowed to see; when it is no longer that, everything comes again. */
	scope: v.optional(v.pipe(v.string(), v.maxLength(4_000))),
	types: v.optional(v.pipe(v.array(TypeName), v.maxLength(32))),
	filters: v.optional(v.record(TypeName, KeyFilter)),
	/** Also say what all that is seen of the thread sums up to. */
	check: v.optional(v.boolean()),
	/** What the device held did not sum up to what it was told: it reads everything again. */
	disagrees: v.optional(v.boolean()),
});
export type ThreadRequest = v.InferOutput<typeof ThreadRequest>;

const Threads = v.pipe(
	v.array(ThreadRequest),
	v.minLength(1),
	v.maxLength(LIMITS.threadsPerRequest),
);

/** Asks what changed in some threads; `consistent` = all of them from one snapshot. */
export const PullRequest = v.strictObject({
	threads: Threads,
	limit: v.optional(
		v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.documentsPerPage)),
	),
	consistent: v.optional(v.boolean()),
});
export type PullRequest = v.InferOutput<typeof PullRequest>;

/** What changed in a thread. Complete up to `upTo`; `more` = pull again from there. */
export const PulledThread = v.strictObject({
	reference: Reference,
	/** Where the thread stands. */
	version: VersionNumber,
	upTo: VersionNumber,
	more: v.boolean(),
	horizon: VersionNumber,
	/** Everything alive is coming: drop what you hold and is not named by the end. */
	full: v.boolean(),
	/** What this account sees of the thread, in words to be sent back with the next pull. */
	scope: v.string(),
	documents: v.array(WireDocument),
	/** Of all living documents seen as of `version`, when it was asked and nothing more is to come. */
	checksum: v.optional(v.string()),
});
export type PulledThread = v.InferOutput<typeof PulledThread>;

/** A thread that could not be read: unknown, or no longer this account's to read. */
export const RefusedThread = v.strictObject({ reference: Reference, error: WireError });
export type RefusedThread = v.InferOutput<typeof RefusedThread>;

export const PullAnswer = v.strictObject({
	/** The store's history; another one than the device knew = compare everything. */
	epoch: v.string(),
	/** Time of the organisation, ms. */
	now: v.number(),
	threads: v.array(v.union([PulledThread, RefusedThread])),
});
export type PullAnswer = v.InferOutput<typeof PullAnswer>;

/** Asks for the references of threads of the caller's perimeter. */
export const OpenRequest = v.strictObject({
	paths: v.pipe(v.array(PathText), v.minLength(1), v.maxLength(LIMITS.threadsPerRequest)),
});
export type OpenRequest = v.InferOutput<typeof OpenRequest>;

export const OpenAnswer = v.strictObject({
	epoch: v.string(),
	now: v.number(),
	threads: v.array(
		v.union([
			v.strictObject({ path: PathText, reference: Reference }),
			v.strictObject({ path: PathText, error: WireError }),
		]),
	),
});
export type OpenAnswer = v.InferOutput<typeof OpenAnswer>;
