import { encodeCbor } from '@navette/codec';
import { createChecksum, passesFilter } from '@navette/model';
import type { PulledThread, ThreadRequest, WireDocument, WireNotice } from '@navette/protocol';

/** A thread of the server of tests: the rules of the engine, in few lines. */
export interface FakeThread {
	readonly path: string;
	reference: string;
	version: number;
	horizon: number;
	/** What the account sees: types, or everything. */
	sees: readonly string[] | undefined;
	withdrawn: boolean;
	readonly documents: Map<string, WireDocument>;
}

export const createFakeThread = (path: string, reference: string): FakeThread => ({
	path,
	reference,
	version: 0,
	horizon: 0,
	sees: undefined,
	withdrawn: false,
	documents: new Map(),
});

/** Keys of test documents are `a.b`: properties `a` and `b`. */
const keyOf = (id: string) => {
	const [a = '', b = ''] = id.split('.');
	return { a, b };
};

type Wish = Pick<ThreadRequest, 'types' | 'filters'>;

const isWished = (thread: FakeThread, wish: Wish, [type, id]: WireDocument): boolean =>
	(thread.sees?.includes(type) ?? true) &&
	(wish.types?.includes(type) ?? true) &&
	passesFilter(wish.filters?.[type], keyOf(id));

/** Writes (`data`) or deletes (`undefined`) documents in one transaction; answers what changed. */
export const writeThread = (
	thread: FakeThread,
	changes: readonly (readonly [type: string, id: string, data: unknown])[],
): readonly WireDocument[] => {
	thread.version++;
	return changes.map(([type, id, data]) => {
		const document: WireDocument =
			data === undefined
				? [type, id, thread.version, 20_260_115, null]
				: [type, id, thread.version, 0, encodeCbor(data)];
		thread.documents.set(`${type}/${id}`, document);
		return document;
	});
};

/** Forgets the tombstones. */
export const purgeThread = (thread: FakeThread): void => {
	for (const [name, [, , version, , data]] of thread.documents)
		if (data === null) {
			thread.documents.delete(name);
			thread.horizon = Math.max(thread.horizon, version);
		}
};

/** One page, cut between versions. */
export const pullThread = (
	thread: FakeThread,
	wish: ThreadRequest,
	limit: number,
): PulledThread => {
	const scope = JSON.stringify([thread.sees ?? null, wish.types ?? null, wish.filters ?? null]);
	const full =
		(wish.scope !== undefined && wish.scope !== scope) ||
		(wish.since < thread.horizon && wish.horizon !== thread.horizon) ||
		wish.since > thread.version;
	const after = full ? 0 : wish.since;
	const dead = full ? thread.version : (wish.tombstonesAfter ?? 0);
	const found = [...thread.documents.values()]
		.filter((document) => isWished(thread, wish, document))
		.filter(([, , version, , data]) => version > after && (data !== null || version > dead))
		.sort(([, , a], [, , b]) => a - b);
	const last = found[limit - 1]?.[2];
	const page = last === undefined ? found : found.filter(([, , version]) => version <= last);
	const more = page.length < found.length;
	const checksum = createChecksum();
	for (const document of thread.documents.values()) {
		const [type, id, version, , data] = document;
		if (data && isWished(thread, wish, document)) checksum.add(type, id, version, data);
	}
	return {
		reference: thread.reference,
		version: thread.version,
		upTo: more ? (page.at(-1)?.[2] ?? after) : thread.version,
		more,
		horizon: thread.horizon,
		full,
		scope,
		documents: page,
		...(wish.check && !more ? { checksum: checksum.text() } : {}),
	};
};

/** What a listener is told of a change, or nothing when it is not for it. */
export const noticeOf = (
	thread: FakeThread,
	wish: Wish,
	from: number,
	changes: readonly WireDocument[],
	inline: boolean,
): WireNotice | undefined => {
	const seen = changes.filter((document) => isWished(thread, wish, document));
	if (seen.length === 0) return undefined;
	const versions = Object.fromEntries(seen.map(([type, , version]) => [type, version]));
	const base = { reference: thread.reference, from, version: thread.version, versions };
	return inline ? { ...base, documents: [...seen] } : base;
};
