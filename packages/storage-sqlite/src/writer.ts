import type { DocumentWriter, RowHandle } from '@navette/storage';
import { columnsToLooseBlob } from '@navette/storage/provider';
import type { SyncReader } from './reader.ts';
import { removeDocument, type WriteAccess, writeDocument } from './write-document.ts';

type SyncWrites = {
	[M in Exclude<keyof DocumentWriter, keyof SyncReader>]: (
		...parameters: Parameters<DocumentWriter[M]>
	) => Awaited<ReturnType<DocumentWriter[M]>>;
};

/** Reads and writes of one organisation, each at once. */
export type SyncWriter = SyncReader & SyncWrites;

const expectOne = (changes: number, what: string): void => {
	if (changes !== 1) throw new Error(what);
};

const purgeTombstones =
	({ writes, names }: WriteAccess, org: string): SyncWrites['purgeTombstones'] =>
	(handle, { before, today, limit }) => {
		if (!writes.hasThread.get(handle, names.makeOrg(org)))
			throw new Error('a thread that is not of this organisation');
		const doomed = writes.deleted.all(handle, before, limit);
		for (const [document, version] of doomed) {
			for (const [thread] of writes.threadsOfDeleted.all(document)) {
				writes.removeLink.run(thread, version, document);
				writes.raiseHorizon.run(version, thread);
			}
			writes.removeDocument.run(document);
		}
		if (doomed.length < limit) writes.setClean.run(today, handle);
		return doomed.length;
	};

/** Reads and writes of one organisation through the connection that writes. */
export const createWriter = (org: string, reader: SyncReader, access: WriteAccess): SyncWriter => {
	const { writes, names, held } = access;
	const lockThread = (path: string, create: Parameters<DocumentWriter['lockThreads']>[1]) => {
		const thread = reader.thread(path);
		if (thread) {
			held.set(thread.handle, names.makeOrg(org));
			return thread;
		}
		const { day } = create;
		const reference = create.reference();
		const added = writes.addThread.run(names.makeOrg(org), path, reference, day);
		const handle: RowHandle = added.lastInsertRowid;
		held.set(handle, names.makeOrg(org));
		return { handle, path, reference, version: 0, versions: {}, horizon: 0, cleanDate: day };
	};
	return {
		...reader,
		lockThreads: (paths, create) => paths.map((path) => lockThread(path, create)),
		addThread({ path, reference, version, versions, horizon, cleanDate }) {
			const state = [version, JSON.stringify(versions), horizon, cleanDate] as const;
			writes.addThreadAsWas.run(names.makeOrg(org), path, reference, ...state);
		},
		putThread(handle, { version, versions }) {
			const text = JSON.stringify(versions);
			const { changes } = writes.moveThread.run(version, text, handle, names.makeOrg(org));
			expectOne(changes, 'a thread that is not of this organisation');
		},
		putDocument: (row, previous, threads) => writeDocument(access, org, row, previous, threads),
		removeDocument: (previous) => removeDocument(access, org, previous),
		removeSome(limit) {
			const owner = names.makeOrg(org);
			for (const removal of writes.removals) {
				held.clear();
				const { changes } = removal.run(owner, limit);
				if (changes > 0) return changes;
			}
			return 0;
		},
		purgeTombstones: purgeTombstones(access, org),
		putAnswer(operation, day, answer) {
			writes.addAnswer.run(names.makeOrg(org), operation, day, answer);
		},
		replaceAnswer(operation, answer) {
			const { changes } = writes.replaceAnswer.run(answer, names.makeOrg(org), operation);
			expectOne(changes, 'no such answer');
		},
		purgeAnswers(before, limit) {
			const owner = names.makeOrg(org);
			const old = writes.oldAnswers.all(owner, before, limit);
			for (const [operation] of old) writes.removeAnswer.run(owner, operation);
			return old.length;
		},
		putLooseBlob({ fid, folder, since, note }) {
			writes.addLooseBlob.run(names.makeOrg(org), fid, folder, since, note);
		},
		takeLooseBlob(fid) {
			const row = writes.takeLooseBlob.get(names.makeOrg(org), fid);
			return row && columnsToLooseBlob(row);
		},
		putOrganisation(row) {
			if (row.org !== org) throw new Error('the row of another organisation');
			writes.setOrganisation.run(row.status, row.settings, names.makeOrg(org));
		},
	};
};
