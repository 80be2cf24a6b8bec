import { decodeCbor, encodeCbor } from '@navette/codec';
import { failure } from '@navette/core';
import {
	ClientFrame,
	Frame,
	type FrameAnswer,
	failureToWire,
	frameworkErrors,
	type OpenAnswer,
	OpenRequest,
	type PullAnswer,
	PullRequest,
	type ServerFrame,
	type ThreadRequest,
	type WireDocument,
	type WireError,
	type WireNotice,
} from '@navette/protocol';
import * as v from 'valibot';
import {
	createFakeThread,
	type FakeThread,
	noticeOf,
	pullThread,
	purgeThread,
	writeThread,
} from './fake-thread.ts';

/** One socket seen from the server of tests. */
export interface FakeSocket {
	receive(bytes: Uint8Array): void;
	gone(): void;
}

type Change = readonly [type: string, id: string, data: unknown];

/** A small server that honours the protocol, and whose time and faults are the test's. */
export interface FakeServer {
	readonly threads: ReadonlyMap<string, FakeThread>;
	/** Operations really run, in order: names and inputs. */
	readonly ran: { readonly name: string; readonly input: unknown }[];
	/** `check` and `disagrees` of what was asked of threads, in order. */
	readonly doubts: string[];
	epoch: string;
	now: number;
	/** Notices carry their documents. */
	inline: boolean;
	pageLimit: number;
	/** Answer given to every socket and question instead of serving it. */
	refusal: WireError | undefined;
	write(path: string, ...changes: Change[]): void;
	purge(path: string): void;
	withdraw(path: string): void;
	/** Gives a thread back, and tells all that rights moved. */
	giveBack(path: string): void;
	see(path: string, types: readonly string[] | undefined): void;
	/** Back to a copy taken by `backup`, under another epoch. */
	restore(backup: FakeBackup): void;
	backup(): FakeBackup;
	beat(): void;
	http(path: string, body: Uint8Array): { status: number; body: Uint8Array };
	accept(send: (frame: ServerFrame) => void): FakeSocket;
	/** Living documents: `type/id` → data. */
	living(path: string): Readonly<Record<string, unknown>>;
}

export type FakeBackup = readonly FakeThread[];

interface Listener {
	readonly wishes: Map<string, { readonly wish: ThreadRequest; told: number }>;
	notices: number;
	greeted: boolean;
	send(frame: ServerFrame): void;
}

/** Time between two beats. */
export const BEAT_MS = 1_000;

export const wireError = (code: keyof typeof frameworkErrors): WireError =>
	failureToWire(frameworkErrors, failure(code));

const copyThread = (thread: FakeThread): FakeThread => ({
	...thread,
	documents: new Map(thread.documents),
});

export const createFakeServer = (): FakeServer => {
	let threads = new Map<string, FakeThread>();
	const listeners = new Set<Listener>();
	const answers = new Map<string, FrameAnswer['answers'][number]>();
	let made = 0;

	const threadAt = (path: string): FakeThread => {
		const known = threads.get(path);
		if (known) return known;
		const reference = `ref${String(++made).padStart(19, '0')}`;
		const fresh = createFakeThread(path, reference);
		threads.set(path, fresh);
		return fresh;
	};
	const byReference = (reference: string) =>
		[...threads.values()].find((thread) => thread.reference === reference && !thread.withdrawn);

	const tell = (thread: FakeThread, changes: readonly WireDocument[]) => {
		for (const listener of listeners) {
			const entry = listener.wishes.get(thread.reference);
			if (!entry || thread.withdrawn) continue;
			const notice = noticeOf(thread, entry.wish, entry.told, changes, server.inline);
			if (!notice) continue;
			entry.told = thread.version;
			listener.notices++;
			listener.send({ kind: 'notice', notices: [notice] });
		}
	};

	const open = (request: OpenRequest): OpenAnswer => ({
		epoch: server.epoch,
		now: server.now,
		threads: request.paths.map((path) => {
			const thread = threadAt(path);
			return thread.withdrawn
				? { path, error: wireError('E-THREAD') }
				: { path, reference: thread.reference };
		}),
	});

	const pull = (request: PullRequest): PullAnswer => ({
		epoch: server.epoch,
		now: server.now,
		threads: request.threads.map((wish) => {
			const thread = byReference(wish.reference);
			if (wish.check) server.doubts.push('check');
			if (wish.disagrees) server.doubts.push('disagrees');
			const limit = Math.min(server.pageLimit, request.limit ?? 1_000);
			return thread
				? pullThread(thread, wish, limit)
				: { reference: wish.reference, error: wireError('E-THREAD') };
		}),
	});

	const runOne = ({ id, name, input }: Frame['calls'][number]): FrameAnswer['answers'][number] => {
		const known = answers.get(id);
		if (known) return known;
		if (name === 'Busy') return { id, error: wireError('E-BUSY') };
		if (name === 'Revoked') return { id, error: wireError('E-TOKEN') };
		const refused = name === 'Refuse';
		const answer = refused ? { id, error: wireError('E-RIGHT') } : { id, result: { done: name } };
		if (!refused) {
			server.ran.push({ name, input });
			const { path, type, key, data } = Object(input);
			if (typeof path === 'string') server.write(path, [type, key, data]);
		}
		answers.set(id, answer);
		return answer;
	};

	/** What was written since the last frame began. */
	let wrote: WireNotice[] = [];
	const frame = (sent: Frame): FrameAnswer => {
		wrote = [];
		return { answers: sent.calls.map(runOne), notices: [], now: server.now };
	};

	const greet = (listener: Listener) => {
		if (server.refusal) return listener.send({ kind: 'refused', error: server.refusal });
		listener.greeted = true;
		listener.send({ kind: 'welcome', epoch: server.epoch, now: server.now, beat: BEAT_MS });
	};

	const listen = (listener: Listener, wishes: readonly ThreadRequest[]) => {
		for (const wish of wishes) {
			const thread = byReference(wish.reference);
			if (thread) listener.wishes.set(wish.reference, { wish, told: thread.version });
		}
	};

	const hear = (listener: Listener, sent: ClientFrame) => {
		if (sent.kind === 'hello') return greet(listener);
		if (!listener.greeted) throw new Error('a frame before the greeting');
		if (sent.kind === 'unsubscribe') {
			for (const reference of sent.references) listener.wishes.delete(reference);
			return;
		}
		const { request } = sent;
		if (sent.kind === 'call')
			return listener.send({ kind: 'called', request, answer: frame(sent.frame) });
		if (sent.kind === 'open')
			return listener.send({ kind: 'opened', request, answer: open(sent.open) });
		const answer = pull(sent.pull);
		if (sent.kind === 'subscribe') listen(listener, sent.pull.threads);
		listener.send({ kind: 'pulled', request, answer });
	};

	const server: FakeServer = {
		get threads() {
			return threads;
		},
		doubts: [],
		ran: [],
		epoch: 'epoch-1',
		now: 0,
		inline: true,
		pageLimit: 1_000,
		refusal: undefined,
		write(path, ...changes) {
			const thread = threadAt(path);
			const from = thread.version;
			const written = writeThread(thread, changes);
			tell(thread, written);
			const notice = noticeOf(thread, {}, from, written, server.inline);
			if (notice) wrote.push(notice);
		},
		purge: (path) => purgeThread(threadAt(path)),
		withdraw(path) {
			const thread = threadAt(path);
			thread.withdrawn = true;
			for (const listener of listeners)
				if (listener.wishes.delete(thread.reference))
					listener.send({ kind: 'withdrawn', references: [thread.reference] });
		},
		giveBack(path) {
			threadAt(path).withdrawn = false;
			for (const listener of listeners) listener.send({ kind: 'rescoped', references: [] });
		},
		see(path, types) {
			const thread = threadAt(path);
			thread.sees = types;
			for (const listener of listeners)
				if (listener.wishes.has(thread.reference))
					listener.send({ kind: 'rescoped', references: [thread.reference] });
		},
		backup: () => [...threads.values()].map(copyThread),
		restore(backup) {
			threads = new Map(backup.map((thread) => [thread.path, copyThread(thread)]));
			for (const thread of threads.values()) thread.reference = `new${thread.reference.slice(3)}`;
			server.epoch = `${server.epoch}+`;
		},
		beat() {
			for (const listener of listeners)
				if (listener.greeted)
					listener.send({ kind: 'beat', notices: listener.notices, now: server.now });
		},
		http(path, body) {
			if (server.refusal) return { status: 401, body: encodeCbor({ error: server.refusal }) };
			const decoded = decodeCbor(body);
			const input = decoded.ok ? decoded.value : undefined;
			const ok = (answer: unknown) => ({ status: 200, body: encodeCbor(answer) });
			if (path.endsWith('/open')) return ok(open(v.parse(OpenRequest, input)));
			if (path.endsWith('/pull')) return ok(pull(v.parse(PullRequest, input)));
			if (path.endsWith('/frame')) return ok({ ...frame(v.parse(Frame, input)), notices: wrote });
			if (path.endsWith('/report/Secret'))
				return { status: 403, body: encodeCbor({ error: wireError('E-RIGHT') }) };
			return ok({ result: { of: input, ran: server.ran.length }, asOf: server.now });
		},
		accept(send) {
			const listener: Listener = { wishes: new Map(), notices: 0, greeted: false, send };
			listeners.add(listener);
			return {
				receive(bytes) {
					const decoded = decodeCbor(bytes);
					hear(listener, v.parse(ClientFrame, decoded.ok ? decoded.value : undefined));
				},
				gone: () => void listeners.delete(listener),
			};
		},
		living: (path) =>
			Object.fromEntries(
				[...threadAt(path).documents.values()].flatMap(([type, id, , , data]) => {
					const decoded = data && decodeCbor(data);
					return decoded?.ok ? [[`${type}/${id}`, decoded.value]] : [];
				}),
			),
	};
	return server;
};
