import {
	bytesToBase64Url,
	err,
	type Log,
	ok,
	type Random,
	type Result,
	type Timers,
} from '@navette/core';
import type { LocalStore } from '@navette/local-store';
import { type CallAnswer, WireError, type WireNotice } from '@navette/protocol';
import * as v from 'valibot';
import { backoffDelay, delayOf } from './backoff.ts';
import type { Exchange } from './exchange.ts';
import { localError } from './local-error.ts';
import { type Batch, createCell, type Observable } from './observable.ts';
import type { OutboxEntry } from './session.ts';

const Kept = v.object({
	id: v.string(),
	name: v.string(),
	input: v.unknown(),
	label: v.optional(v.unknown()),
	error: v.optional(WireError),
});

/** Operations waiting on this device, sent in order, one at a time. */
export interface Outbox {
	readonly entries: Observable<readonly OutboxEntry[]>;
	/** Operations asked for that the device is still writing: neither durable nor listed yet. */
	keeping(): number;
	add(name: string, input: unknown, label: unknown): Promise<Result<void, WireError>>;
	discard(id: string): Promise<void>;
	/** The server may be there: send what waits. */
	send(): void;
	close(): void;
}

interface Entry extends OutboxEntry {
	readonly position: number;
}

interface OutboxDeps {
	readonly store: LocalStore;
	readonly exchange: Exchange;
	readonly canAsk: () => boolean;
	readonly notices: (notices: readonly WireNotice[]) => void;
	/** The server refuses this access as a whole. */
	readonly refused: (error: WireError) => void;
	readonly changed: () => void;
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
	readonly batch: Batch;
}

/** A fresh operation id: 128 bits, base64url. */
export const newOperationId = (random: Random): string => bytesToBase64Url(random.bytes(16));

/** Refusals of who asks rather than of what is asked: the operation itself is not judged. */
const ACCESS_CODES: readonly string[] = ['E-TOKEN', 'E-ORG', 'E-PROTOCOL'];

const readEntries = async (store: LocalStore, log: Log): Promise<readonly Entry[]> => {
	const records = await store.readOutbox();
	return records.flatMap(({ position, value }): Entry[] => {
		const kept = v.safeParse(Kept, value);
		if (!kept.success) {
			log.error('outbox.unreadable', { position });
			return [];
		}
		const { id, name, input, label, error } = kept.output;
		const optional = { ...(label === undefined ? {} : { label }), ...(error ? { error } : {}) };
		return [{ position, id, name, input, state: error ? 'refused' : 'waiting', ...optional }];
	});
};

/** Reads what the device kept; sends nothing before `send`. */
export const createOutbox = async (deps: OutboxDeps): Promise<Outbox> => {
	const { store } = deps;
	const cell = createCell(await readEntries(store, deps.log), deps.batch);
	let sending = false;
	let failures = 0;
	let keeping = 0;
	let cancelRetry = () => {};

	const set = (entries: readonly Entry[]) => {
		cell.set(entries);
		deps.changed();
	};
	const replace = (entry: Entry, next: Entry | undefined) =>
		set(cell.get().flatMap((one) => (one.id !== entry.id ? [one] : next ? [next] : [])));

	const forget = async (entry: Entry) => {
		const written = await store.writeOutbox(entry.position, undefined);
		// Sent again next time, and answered by what the server remembers of its id.
		if (!written.ok) deps.log.warn('outbox.not-removed', { fault: written.error });
		replace(entry, undefined);
	};

	const keepRefused = async (entry: Entry, error: WireError) => {
		const { id, name, input, label } = entry;
		const value = { id, name, input, error, ...(label === undefined ? {} : { label }) };
		const written = await store.writeOutbox(entry.position, value);
		if (!written.ok) deps.log.warn('outbox.not-kept', { fault: written.error });
		replace(entry, { ...entry, state: 'refused', error });
	};

	const retryLater = (error: WireError): false => {
		failures++;
		cancelRetry();
		const delay = delayOf(error.detail, backoffDelay(failures, deps.random));
		cancelRetry = deps.timers.after(delay, send);
		return false;
	};

	/** Says whether the next may follow. A refusal of who asks leaves the operation unjudged. */
	const fail = async (entry: Entry, error: WireError): Promise<boolean> => {
		const isUnjudged = error.retry === 'later' || ACCESS_CODES.includes(error.code);
		if (!isUnjudged) {
			await keepRefused(entry, error);
			failures = 0;
			return true;
		}
		replace(entry, { ...entry, state: 'waiting' });
		if (error.retry === 'later') return retryLater(error);
		deps.refused(error);
		return false;
	};

	const settle = async (entry: Entry, answer: CallAnswer): Promise<boolean> => {
		if ('error' in answer) return fail(entry, answer.error);
		await forget(entry);
		failures = 0;
		return true;
	};

	/** Sends one; says whether the next may follow. */
	const sendOne = async (entry: Entry): Promise<boolean> => {
		replace(entry, { ...entry, state: 'sending' });
		const { id, name, input } = entry;
		const sent = await deps.exchange.frame({ calls: [{ id, name, input }] });
		const answer = sent.ok ? sent.value.answers[0] : undefined;
		if (sent.ok && answer?.id === id) {
			const next = await settle(entry, answer);
			deps.notices(sent.value.notices);
			return next;
		}
		return fail(entry, sent.ok ? localError('E-DEFECT') : sent.error);
	};

	const run = async () => {
		sending = true;
		for (;;) {
			const next = cell.get().find((entry) => entry.state === 'waiting');
			if (!next || !deps.canAsk() || !(await sendOne(next))) break;
		}
		sending = false;
	};

	const send = () => {
		if (!sending && deps.canAsk()) void run();
	};

	/** Counted from the call itself: nobody may read that all is sent while this is being written. */
	const counted = async <T>(work: () => Promise<T>): Promise<T> => {
		keeping++;
		deps.changed();
		try {
			return await work();
		} finally {
			keeping--;
		}
	};

	return {
		entries: cell,
		keeping: () => keeping,
		async add(name, input, label) {
			const id = newOperationId(deps.random);
			const optional = label === undefined ? {} : { label };
			const added = await counted(() => store.addToOutbox({ id, name, input, ...optional }));
			if (!added.ok) {
				deps.changed();
				return err(localError('E-DEVICE'));
			}
			set([
				...cell.get(),
				{ position: added.value, id, name, input, state: 'waiting', ...optional },
			]);
			send();
			return ok(undefined);
		},
		async discard(id) {
			const entry = cell.get().find((one) => one.id === id);
			if (entry && entry.state !== 'sending') await forget(entry);
		},
		send,
		close: () => cancelRetry(),
	};
};
