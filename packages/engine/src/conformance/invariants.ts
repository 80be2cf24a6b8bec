import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor } from '@navette/codec';
import { err, failure, ok } from '@navette/core';
import { type Account, createChecksum, type KeyText, type Right } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import fc from 'fast-check';
import type { Page } from '../pull.ts';
import type { NoteData } from '../testing/board.ts';
import { callerOf, createWorld, ROOT, type World } from '../testing/world.ts';
import { applyPages, createDevice, type Device } from './device.ts';
import { histories, type Step, type WriteStep } from './histories.ts';

/** What the model knows of a document: a plain map, no threads. */
interface Known {
	readonly version: number;
	readonly data: unknown;
}

interface Model {
	/** By organisation, `type/id` → document ever written. */
	readonly documents: Map<string, Map<string, Known & { readonly alive: boolean }>>;
	readonly rights: Map<string, readonly Right[]>;
	readonly shut: Set<string>;
	/** Highest version ever seen of each thread, by `org path`. */
	readonly threads: Map<string, { version: number; versions: Map<string, number> }>;
}

const ROLES: readonly (readonly Right[])[] = [
	[],
	[{ usage: 'MEM', subject: 'b1', power: 1 }],
	[{ usage: 'GUEST', subject: 'b1', power: 1 }],
	[
		{ usage: 'MEM', subject: 'b2', power: 1 },
		{ usage: 'OWN', subject: 'ana', power: 1 },
	],
	[
		{ usage: 'MEM', subject: 'b1', power: 1 },
		{ usage: 'GUEST', subject: 'b2', power: 1 },
	],
];

const keyOf = (step: WriteStep): Record<string, string> =>
	step.type === 'NOTE'
		? { board: step.board, owner: step.owner, n: step.n }
		: { board: step.board, n: step.n };
const idOf = (step: WriteStep): string => Object.values(keyOf(step)).join('.');
const pathsOf = (step: WriteStep): readonly string[] =>
	step.type === 'NOTE'
		? [`BOARD/${step.board}`, `OWNER/${step.owner}`, 'ALL/']
		: [`BOARD/${step.board}`];

/** Whose notes an account sees of a thread: everybody's, its own, or none of them. */
const sightOf = (model: Model, org: string, device: Device): 'all' | 'own' | 'none' => {
	const rights = model.rights.get(`${org} ${device.account}`);
	const [type, id] = device.path.split('/') as [string, string];
	const has = (usage: string) =>
		rights?.some((r) => r.usage === usage && r.subject === id) ?? false;
	if (!rights) return 'none';
	if (type === 'ALL') return 'all';
	if (type === 'OWNER') return has('OWN') ? 'all' : 'none';
	if (model.shut.has(`${org} ${id}`)) return 'none';
	if (has('MEM')) return 'all';
	return has('GUEST') ? 'own' : 'none';
};

/** Whether a document, by its name, is attached to a thread. */
const isIn = (path: string, name: string): boolean => {
	const [type, id] = path.split('/') as [string, string];
	const [documentType, documentId] = name.split('/') as [string, string];
	const [board, owner] = documentId.split('.');
	if (type === 'BOARD') return board === id;
	return documentType === 'NOTE' && (type === 'ALL' || owner === id);
};

/** What an account may see, said a second time and independently of the policy under test. */
const expectedOf = (
	model: Model,
	org: string,
	device: Device,
): Map<string, unknown> | undefined => {
	const sight = sightOf(model, org, device);
	if (sight === 'none') return undefined;
	const seen = new Map<string, unknown>();
	for (const [name, known] of model.documents.get(org) ?? []) {
		if (!known.alive || !isIn(device.path, name)) continue;
		const [type, id] = name.split('/') as [string, string];
		const owner = type === 'NOTE' ? id.split('.')[1] : undefined;
		const filter = device.filters?.[type]?.owner ?? owner;
		const wanted = (device.types?.includes(type) ?? true) && filter === owner;
		if (!wanted || (sight === 'own' && owner !== device.account)) continue;
		const short = { size: (known.data as NoteData).text.length };
		seen.set(name, [known.version, device.path === 'ALL/' ? short : known.data]);
	}
	return seen;
};

/** Runs a write and holds it against the commit rule. */
const runWrite = async (world: World, model: Model, step: Extract<Step, { kind: 'write' }>) => {
	const outcome = await world.engine.run({
		org: step.org,
		caller: ROOT,
		work: async (context) => {
			for (const write of step.writes)
				if (write.text === undefined) await context.remove(write.type, keyOf(write));
				else await context.write(write.type, keyOf(write), { text: write.text });
			return step.refused ? err(failure('E-RIGHT')) : ok(null);
		},
	});
	if (!outcome.ok) return assert.ok(step.refused);
	const changes = outcome.value.commit.threads;
	const version = changes[0]?.version;
	if (version === undefined) return;
	const documents = model.documents.get(step.org) ?? new Map();
	model.documents.set(step.org, documents);
	for (const change of changes) {
		assert.equal(change.version, version, 'one version for a transaction');
		const name = `${step.org} ${change.path}`;
		const before = model.threads.get(name) ?? { version: 0, versions: new Map<string, number>() };
		assert.equal(change.from, before.version, 'nothing happened to the thread in between');
		assert.ok(version > before.version, 'invariant 2: a thread only grows');
		before.version = version;
		for (const type of change.types) before.versions.set(type, version);
		model.threads.set(name, before);
	}
	const last = new Map(step.writes.map((write) => [`${write.type}/${idOf(write)}`, write]));
	for (const [name, write] of last) {
		const known = documents.get(name);
		if (write.text === undefined && !known?.alive) continue;
		assert.ok(version > (known?.version ?? 0), 'invariant 1: a document only grows');
		for (const path of pathsOf(write))
			assert.ok(
				changes.some((change) => change.path === path),
				`invariant 1: ${path} moved`,
			);
		const alive = write.text !== undefined;
		documents.set(name, { version, alive, data: alive ? { text: write.text } : undefined });
	}
};

/** Holds the stored threads against the highest versions ever seen. */
const checkThreads = async (world: World, model: Model): Promise<void> => {
	for (const [name, expected] of model.threads) {
		const [org, path] = name.split(' ') as [string, string];
		const stored = await world.store.snapshot(org, (reader) => reader.thread(path));
		assert.equal(stored?.version, expected.version, 'invariant 2: version of the thread');
		const versions = Object.fromEntries(expected.versions);
		assert.deepEqual({ ...stored?.versions }, versions, 'invariant 2: versions by type');
	}
};

/** Catches up as a device does; `undefined` when the thread is refused. */
const catchUp = async (
	world: World,
	org: string,
	device: Device,
	limit: number,
): Promise<readonly Page[] | undefined> => {
	const caller = callerOf(device.account);
	if (device.reference === undefined) {
		const opened = await world.engine.open(org, caller, [device.path]);
		const outcome = opened.ok ? opened.value.threads[0]?.outcome : undefined;
		if (!outcome?.ok) return undefined;
		device.reference = outcome.value;
	}
	const pages: Page[] = [];
	let cursor = { since: device.since, horizon: device.horizon, scope: device.scope };
	let tombstonesAfter: number | undefined;
	for (let more = true; more; ) {
		const wish = { reference: device.reference, types: device.types, filters: device.filters };
		const thread = { ...wish, ...cursor, tombstonesAfter, check: true };
		const pulled = await world.engine.pull(org, caller, [thread], limit);
		const outcome = pulled.ok ? pulled.value.threads[0]?.outcome : undefined;
		if (!outcome?.ok) return undefined;
		const { page } = outcome.value;
		if (page.full && pages.length > 0) pages.length = 0;
		if (page.full || (cursor.since === 0 && tombstonesAfter === undefined))
			tombstonesAfter = page.version;
		pages.push(page);
		cursor = { since: page.upTo, horizon: page.horizon, scope: page.scope };
		more = page.more;
	}
	return pages;
};

const openData = (bytes: Uint8Array | null): unknown => {
	const decoded = bytes ? decodeCbor(bytes) : undefined;
	return decoded?.ok ? decoded.value : undefined;
};

/** Invariants 3, 5, 7 and 8 for one device: it holds exactly what its account may see, whole. */
const checkDevice = async (
	world: World,
	model: Model,
	org: string,
	device: Device,
	limit: number,
) => {
	const expected = expectedOf(model, org, device);
	const pages = await catchUp(world, org, device, limit);
	if (!expected) return assert.equal(pages, undefined, 'invariant 7: nothing without the right');
	assert.ok(pages, 'a thread one may see is readable');
	for (const page of pages) {
		const versions = page.documents.map((document) => document[2]);
		assert.ok(
			versions.every((version) => version <= page.upTo),
			'invariant 5: pages end whole',
		);
	}
	applyPages(device, pages);
	const checksum = createChecksum();
	for (const [type, id, version, , data] of device.held.values())
		checksum.add(type, id, version, data ?? assert.fail('held without data'));
	assert.equal(pages.at(-1)?.checksum, checksum.text(), 'what is held sums up to what is seen');
	const held = new Map(
		[...device.held].map(([name, document]) => [name, [document[2], openData(document[4])]]),
	);
	assert.deepEqual(held, expected, 'invariants 3 and 8: what is held is what is seen in full');
};

const runStep = async (world: World, model: Model, devices: readonly Device[], step: Step) => {
	if (step.kind === 'write') return runWrite(world, model, step);
	if (step.kind === 'days') return world.clock.advance(step.count * 86_400_000);
	if (step.kind === 'pull') {
		const device = devices[step.device] as Device;
		return checkDevice(world, model, 'north', device, step.limit);
	}
	const { org } = step;
	const write = (type: string, key: Record<string, string>, data: unknown) =>
		world.engine.run({
			org,
			caller: ROOT,
			work: async (context) => {
				if (data === undefined) await context.remove(type, key);
				else await context.write(type, key, data);
				return ok(null);
			},
		});
	if (step.kind === 'gate') {
		const read = () =>
			world.store.snapshot(org, (reader) => reader.document('GATE', step.board as KeyText));
		const before = await read();
		await write('GATE', { board: step.board }, step.shut ? true : undefined);
		const after = await read();
		if (step.shut)
			assert.ok((after?.version ?? 0) > (before?.version ?? 0), 'invariant 1: loose too');
		if (step.shut) model.shut.add(`${org} ${step.board}`);
		else model.shut.delete(`${org} ${step.board}`);
		return;
	}
	const rights: Account['rights'] = ROLES[step.role] ?? [];
	await write('RIGHTS', { account: step.account }, rights);
	model.rights.set(`${org} ${step.account}`, rights);
};

const newDevices = (): readonly Device[] => [
	createDevice('ana', 'BOARD/b1'),
	createDevice('gus', 'BOARD/b1', ['NOTE']),
	createDevice('ana', 'BOARD/b2', undefined, { NOTE: { owner: 'gus' } }),
	createDevice('ana', 'OWNER/ana'),
	createDevice('gus', 'ALL/'),
	createDevice('gus', 'BOARD/b2', ['ITEM']),
];

/** A store that is asked for fewer histories than this is slow: what fails is told as it is, not made small. */
const FEW = 10;

/**
 * Random histories through the real engine on a store, held step by step against a plain model.
 * Covers invariants 1, 2, 3, 5, 7 and 8 of the engine. A failure prints its seed and its history.
 *
 * @param runs histories; `NAVETTE_RUNS` says another number for all stores
 */
export const engineInvariants = (
	name: string,
	openStore: () => Promise<DocumentStore>,
	runs = 50,
): void => {
	test(`${name}: invariants 1, 2, 3, 5, 7, 8 hold after every step of random histories`, async (t) => {
		const seed = Number(process.env.NAVETTE_SEED ?? crypto.getRandomValues(new Int32Array(1))[0]);
		t.diagnostic(`seed ${seed} (NAVETTE_SEED replays it)`);
		await fc.assert(
			fc.asyncProperty(histories, async (steps) => {
				const store = await openStore();
				const world = await createWorld(store, { purgeRows: 3 });
				const model: Model = {
					documents: new Map(),
					rights: new Map(),
					shut: new Set(),
					threads: new Map(),
				};
				const devices = newDevices();
				try {
					for (const [role, account] of ['ana', 'gus'].entries())
						await runStep(world, model, devices, {
							kind: 'rights',
							org: 'north',
							account,
							role: role === 0 ? 3 : 4,
						});
					for (const step of steps) await runStep(world, model, devices, step);
					await checkThreads(world, model);
					for (const device of devices) await checkDevice(world, model, 'north', device, 2);
				} finally {
					await store.close();
				}
			}),
			{ seed, numRuns: Number(process.env.NAVETTE_RUNS ?? runs), endOnFailure: runs < FEW },
		);
	});
};
