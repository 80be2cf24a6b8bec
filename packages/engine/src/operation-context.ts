import type { Random } from '@navette/core';
import {
	type Account,
	type Catalogue,
	checkKey,
	type DocumentType,
	type Key,
	type KeyText,
	keyToText,
} from '@navette/model';
import type { DocumentReader, StoredDocument } from '@navette/storage';
import type { DataMemory } from './data-memory.ts';
import {
	createSource,
	type DocumentSource,
	groupingOf,
	type LiveDocument,
	typeNamed,
} from './document-source.ts';
import { type Attachment, attachmentToDescriptor } from './files/attachment.ts';
import { storedToFiles } from './files/descriptor.ts';
import {
	type FileChanges,
	NO_CHANGES,
	planFiles,
	withAttached,
	withDetached,
} from './files/file-changes.ts';
import { recordedAgain, recordedTask } from './tasks/task-changes.ts';
import { newTaskId } from './tasks/task-id.ts';
import type { TaskData } from './tasks/task-type.ts';

/** A write that waits for the end of the operation. */
export interface PendingWrite {
	readonly type: DocumentType;
	readonly key: Key;
	readonly id: KeyText;
	/** The row before, tombstone included. */
	readonly previous: StoredDocument | undefined;
	/** New data, or `undefined` to delete. */
	readonly data: unknown;
	/** What is asked of its files. */
	readonly changes: FileChanges;
	/** Files it has once written, as stored; known when its files are settled. */
	readonly files: Uint8Array | null;
}

/** What the handler of an operation may do: read, and say what it writes. It has no other effect. */
export interface OperationContext extends DocumentSource {
	readonly org: string;
	readonly account: Account;
	/** Clock of the machine, ms: what leases and delays go by. */
	readonly machineNow: number;
	/** Creates or replaces a document; a deleted one is born again. Later reads see it. */
	write(type: string, key: Key, data: unknown): Promise<void>;
	/** Deletes a document; nothing happens when it does not live. */
	remove(type: string, key: Key): Promise<void>;
	/**
	 * Attaches a content that the same account sent before (see `Files`) to a document that lives or is
	 * written here. The operation is refused at its end when the content is not there with the size and
	 * digest announced (`E-FILE`), or when the name is none (`E-INPUT`).
	 */
	attach(type: string, key: Key, file: Attachment): Promise<void>;
	/**
	 * Has a task done once the operation is durable: mail, push, the call of another service, work for
	 * later. It is done at least once, by the declared task of that name, with retries. Answers its id.
	 * An `id` of one's own replaces what was recorded under it before, unless somebody is doing it: then
	 * it is done again afterwards.
	 */
	defer(task: DeferRequest): Promise<string>;
	/** Opens, freezes or closes the organisation, with this operation. */
	setStatus(status: SettableStatus): void;
	/**
	 * Moves the clock of the organisation forward with this operation, ms. Tasks are due when they were:
	 * see `broughtForward`. Only where the clock can be moved.
	 */
	moveClock(by: number): void;
	/** Whether the clock can be moved: that of a demonstration. */
	readonly movesClock: boolean;
	/** Takes back what was recorded under an id, if nobody has begun it. */
	withdraw(id: string): Promise<void>;
	/** Takes a file away from its document; nothing happens when the document does not name it. */
	detach(type: string, key: Key, fid: string): Promise<void>;
}

/** Something to be done after an operation. */
export interface DeferRequest {
	/** Name of a declared task. */
	readonly name: string;
	/** What its schema accepts: plain values. */
	readonly input: unknown;
	/** Not before, time of the organisation, ms; absent = at once. */
	readonly at?: number;
	readonly id?: string;
}

/** A context and what its handler asked to write. */
export interface OpenContext {
	readonly context: OperationContext;
	pending(): readonly PendingWrite[];
	/** The status it asked for, if it did. */
	status(): SettableStatus | undefined;
	/** How far it moves the clock, ms. */
	clockMove(): number;
}

/** What an organisation may be made by those who administer it. */
export type SettableStatus = 'open' | 'frozen' | 'closed';

const byId = (a: LiveDocument, b: LiveDocument, type: DocumentType): number => {
	const left = keyToText(type.key, a.key);
	const right = keyToText(type.key, b.key);
	return left < right ? -1 : left > right ? 1 : 0;
};

/** Rows found in the store, corrected by what the operation wrote since. */
const overlay = <Data>(
	type: DocumentType,
	found: readonly LiveDocument<Data>[],
	writes: ReadonlyMap<string, PendingWrite>,
	matches: (key: Key) => boolean,
): readonly LiveDocument<Data>[] => {
	const own = [...writes.values()].filter((w) => w.type === type && matches(w.key));
	if (own.length === 0) return found;
	const replaced = new Set(own.map((w) => w.id));
	return [
		...found.filter((document) => !replaced.has(keyToText(type.key, document.key))),
		...own
			.filter((w) => w.data !== undefined)
			.map((w) => ({ type: type.name, key: w.key, version: 0, data: w.data as Data })),
	].sort((a, b) => byId(a, b, type));
};

/** Opens a context over a reader of the transaction. */
export const openContext = (input: {
	readonly catalogue: Catalogue;
	readonly reader: DocumentReader;
	readonly org: string;
	readonly account: Account;
	readonly now: number;
	/** What the organisation adds to the clock of the machine, ms. */
	readonly offset: number;
	readonly random: Random;
	readonly memory: DataMemory;
	readonly movesClock?: boolean;
}): OpenContext => {
	const { catalogue, reader, now } = input;
	const source = createSource(catalogue, reader, now, input.memory);
	const writes = new Map<string, PendingWrite>();
	let status: SettableStatus | undefined;
	let clockMove = 0;
	const note = async (
		name: string,
		key: Key,
		data: unknown,
		change: (changes: FileChanges) => FileChanges = (changes) => changes,
	): Promise<void> => {
		const type = typeNamed(catalogue, name);
		const checked = checkKey(type.key, key);
		if (!checked.ok)
			throw new Error(`${name}: key ${checked.error.property} ${checked.error.reason}`);
		const id = keyToText(type.key, key);
		const earlier = writes.get(`${name}/${id}`);
		const previous = earlier ? earlier.previous : await reader.document(name, id);
		const before = earlier?.changes ?? NO_CHANGES;
		const changes = data === undefined ? { ...NO_CHANGES, cleared: true } : change(before);
		const files = previous?.files ?? null;
		writes.set(`${name}/${id}`, { type, key: checked.value, id, previous, data, changes, files });
	};
	const noteFiles = async (
		name: string,
		key: Key,
		change: (changes: FileChanges) => FileChanges,
	): Promise<void> => {
		if (!typeNamed(catalogue, name).files) throw new Error(`${name} holds no file`);
		const data = await context.read(name, key);
		if (data === undefined) throw new Error(`${name}: the document of a file does not live`);
		await note(name, key, data, change);
	};
	const context: OperationContext = {
		org: input.org,
		account: input.account,
		now,
		machineNow: now - input.offset,
		movesClock: input.movesClock ?? false,
		write: (type, key, data) => {
			if (data === undefined) throw new Error(`${type}: nothing to write`);
			return note(type, key, data);
		},
		remove: (type, key) => note(type, key, undefined),
		attach: (type, key, file) => noteFiles(type, key, (changes) => withAttached(changes, file)),
		async defer({ name, input: given, at = now, id: own }) {
			const id = own ?? newTaskId(input.random);
			const task = recordedTask({ name, input: given, at }, now, input.offset);
			const before = own === undefined ? undefined : await context.read<TaskData>('TASK', { id });
			await note('TASK', { id }, recordedAgain(before, task, now - input.offset));
			return id;
		},
		setStatus(asked) {
			status = asked;
		},
		moveClock(by) {
			if (!context.movesClock) throw new Error('this clock cannot be moved');
			if (!(by > 0)) throw new Error('a clock only moves forward');
			clockMove += by;
		},
		async withdraw(id) {
			const task = await context.read<TaskData>('TASK', { id });
			if (task && !task.lease) await note('TASK', { id }, undefined);
		},
		async detach(type, key, fid) {
			const files = await context.files(type, key);
			if (files.some((file) => file.fid === fid))
				await noteFiles(type, key, (changes) => withDetached(changes, fid));
		},
		async files(name, key) {
			const type = typeNamed(catalogue, name);
			const own = writes.get(`${name}/${keyToText(type.key, key)}`);
			if (!own) return source.files(name, key);
			if (own.data === undefined) return [];
			const attached = own.changes.attached.map((file) => attachmentToDescriptor(type, file, now));
			return planFiles(type, storedToFiles(type, own.previous?.files), own.changes, attached).files;
		},
		async read<Data>(name: string, key: Key) {
			const type = typeNamed(catalogue, name);
			const own = writes.get(`${name}/${keyToText(type.key, key)}`);
			return own ? (own.data as Data | undefined) : source.read<Data>(name, key);
		},
		async list<Data>(name: string) {
			return overlay(typeNamed(catalogue, name), await source.list<Data>(name), writes, () => true);
		},
		async byGrouping<Data>(name: string, grouping: string, key: Key) {
			const type = typeNamed(catalogue, name);
			const properties = groupingOf(type, grouping);
			const value = keyToText(properties, key);
			const found = await source.byGrouping<Data>(name, grouping, key);
			return overlay(type, found, writes, (other) => keyToText(properties, other) === value);
		},
		async byProperty<Data>(name: string, property: string, query?: object) {
			if ([...writes.values()].some((write) => write.type.name === name))
				throw new Error(`${name}: search by property before writing`);
			return source.byProperty<Data>(name, property, query);
		},
	};
	return {
		context,
		status: () => status,
		clockMove: () => clockMove,
		pending: () =>
			[...writes.values()].filter(
				(w) => w.data !== undefined || (w.previous && w.previous.del === 0),
			),
	};
};
