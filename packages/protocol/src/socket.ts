import * as v from 'valibot';
import { FrameAnswer } from './answer.ts';
import { Frame } from './call.ts';
import { Reference } from './identifiers.ts';
import { LIMITS } from './limits.ts';
import { WireNotice } from './notice.ts';
import { OpenAnswer, OpenRequest, PullAnswer, PullRequest } from './pull.ts';
import { WireError } from './wire-error.ts';

/** Number of a request on its socket; its answer carries the same. */
const RequestNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * First frame of a socket, within five seconds: which protocol, and who. A session names itself first
 * (`Navette session`), is challenged, and says hello again with a signature over the nonce.
 */
export const Hello = v.strictObject({
	kind: v.literal('hello'),
	protocol: v.number(),
	token: v.pipe(v.string(), v.maxLength(4096)),
});

/** Frames a device sends, the frequent ones first: they are looked for in this order. `subscribe` answers as a pull does, then notices follow. */
export const ClientFrame = v.variant('kind', [
	v.strictObject({ kind: v.literal('call'), request: RequestNumber, frame: Frame }),
	Hello,
	v.strictObject({ kind: v.literal('open'), request: RequestNumber, open: OpenRequest }),
	v.strictObject({ kind: v.literal('pull'), request: RequestNumber, pull: PullRequest }),
	v.strictObject({ kind: v.literal('subscribe'), request: RequestNumber, pull: PullRequest }),
	v.strictObject({
		kind: v.literal('unsubscribe'),
		references: v.pipe(v.array(Reference), v.maxLength(LIMITS.threadsPerRequest)),
	}),
]);
export type ClientFrame = v.InferOutput<typeof ClientFrame>;

/** Frames the server sends, the frequent ones first. */
export const ServerFrame = v.variant('kind', [
	/** Threads that moved. */
	v.strictObject({ kind: v.literal('notice'), notices: v.array(WireNotice) }),
	/** What a session is to sign, on this socket alone; `now`: the clock of the server, ms. */
	v.strictObject({ kind: v.literal('challenge'), nonce: v.string(), now: v.number() }),
	v.strictObject({
		kind: v.literal('welcome'),
		epoch: v.string(),
		now: v.number(),
		/** Milliseconds between two beats. */
		beat: v.number(),
	}),
	v.strictObject({ kind: v.literal('called'), request: RequestNumber, answer: FrameAnswer }),
	v.strictObject({ kind: v.literal('opened'), request: RequestNumber, answer: OpenAnswer }),
	v.strictObject({ kind: v.literal('pulled'), request: RequestNumber, answer: PullAnswer }),
	/**
	 * Rights moved. Threads of which the account now sees something else, if any: pull them again, with
	 * their scope. What was refused before may be asked again, and reports.
	 */
	v.strictObject({ kind: v.literal('rescoped'), references: v.array(Reference) }),
	/** Threads that are no longer the account's to read: forget what they held. */
	v.strictObject({ kind: v.literal('withdrawn'), references: v.array(Reference) }),
	/** Alive; `notices` counts the notice frames sent on this socket: a gap means catch up. */
	v.strictObject({ kind: v.literal('beat'), notices: v.number(), now: v.number() }),
	v.strictObject({
		kind: v.literal('refused'),
		request: v.optional(RequestNumber),
		error: WireError,
	}),
]);
export type ServerFrame = v.InferOutput<typeof ServerFrame>;
