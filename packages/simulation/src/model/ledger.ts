import type { DocumentRow, DocumentStore, StoredThread } from '@navette/storage';
import type { Journal, Ran } from '../application/journal.ts';
import { hold } from '../violation.ts';
import type { Contents } from './contents.ts';
import { textOfData } from './data-text.ts';
import { createOrganisationModel, type OrganisationModel } from './organisation-model.ts';
import { NO_RIGHTS, type RightsState } from './sight.ts';

/** What one operation does within a transaction that is under way. */
interface Part {
	readonly rows: { readonly org: string; readonly row: DocumentRow }[];
	readonly runs: Ran[];
}

/** A transaction under way. */
export interface OpenEntry {
	/** A savepoint begins; what follows is one operation. */
	begin(): void;
	/** The savepoint was undone. */
	undo(): void;
	put(org: string, row: DocumentRow): void;
	threads(org: string, threads: readonly StoredThread[]): void;
	/** The store has it: from now on it is true. */
	commit(): void;
	/** Nothing of it happened. */
	abort(): void;
	readonly isEmpty: () => boolean;
}

/** The truth: every commit of the store, in order, whoever made it and whether it was answered. */
export interface Ledger extends Journal {
	open(): OpenEntry;
	organisation(org: string): OrganisationModel;
	/** How often the operation of a mark was committed. */
	runsOf(mark: string): number;
	commits(): number;
	/** The thread a reference names. */
	pathOf(org: string, reference: string): string | undefined;
	/** Holds what the store says of the threads that moved since last time against the truth. */
	checkThreads(store: DocumentStore): Promise<void>;
}

const mayRun = (state: RightsState, { account, writes, name }: Ran): boolean => {
	const held = [...state.accesses.values()].filter((access) => access.account === account.id);
	const has = (usage: string, subject: string) =>
		held.some(({ rights }) => rights.some((r) => r.usage === usage && r.subject === subject));
	if (name === 'GateSet') return has('ADM', '');
	return writes.every(({ type, id }) => {
		const [board = '', owner] = id.split('.');
		if (type === 'LOG') return true;
		return has('MEM', board) || (owner === account.id && has('GUEST', board));
	});
};

/** What an operation asked for is what it wrote, all of it and nothing else. */
const checkRun = (model: OrganisationModel, part: Part, run: Ran): void => {
	const asked = new Map(run.writes.map((write) => [`${write.type}/${write.id}`, write.data]));
	const rows = new Map(part.rows.map(({ row }) => [`${row.type}/${row.id}`, row]));
	for (const [name, data] of asked) {
		const row = rows.get(name);
		const wasAlive = model.documents.get(name)?.at(-1)?.text !== undefined;
		if (data === undefined && !wasAlive) {
			hold(row === undefined, '4', () => `${run.mark} deleted ${name}, which did not live`);
			continue;
		}
		const stored = row?.data ? row.data.subarray(1) : undefined;
		const text = stored && Buffer.from(stored).toString('latin1');
		const wanted = data === undefined ? undefined : textOfData(data);
		hold(row !== undefined && text === wanted, '4', () => `${run.mark} is not whole: ${name}`);
	}
	for (const name of rows.keys())
		hold(asked.has(name), '4', () => `${run.mark} wrote ${name} unasked`);
};

export const createLedger = (contents: Contents): Ledger => {
	const models = new Map<string, OrganisationModel>();
	const executed = new Map<string, number>();
	const references = new Map<string, string>();
	const moved = new Map<string, Set<string>>();
	let current: Part | undefined;
	let commits = 0;

	const organisation = (org: string): OrganisationModel => {
		const known = models.get(org) ?? createOrganisationModel(org);
		models.set(org, known);
		return known;
	};

	const commitPart = (part: Part): void => {
		const [first] = part.rows;
		if (!first) return;
		const { org } = first;
		hold(
			part.rows.every((row) => row.org === org),
			'8',
			() => 'one operation wrote in two organisations',
		);
		const model = organisation(org);
		for (const run of part.runs) {
			const count = (executed.get(run.mark) ?? 0) + 1;
			executed.set(run.mark, count);
			hold(count === 1, '4', () => `${run.mark} ran ${count} times`);
			const state = model.rights.at(-1) ?? NO_RIGHTS;
			hold(mayRun(state, run), '7', () => `${run.mark} of ${run.account.id} ran without the right`);
			checkRun(model, part, run);
		}
		model.commit(part.rows.map(({ row }) => row));
		for (const { row } of part.rows) contents.committed(org, row);
		const paths = moved.get(org) ?? new Set();
		moved.set(org, paths);
		for (const path of model.threads.keys()) paths.add(path);
	};

	const open = (): OpenEntry => {
		let parts: Part[] = [];
		const last = () => {
			const part = parts.at(-1) ?? { rows: [], runs: [] };
			if (parts.length === 0) parts.push(part);
			return part;
		};
		return {
			isEmpty: () => parts.every((part) => part.rows.length === 0),
			begin() {
				current = { rows: [], runs: [] };
				parts.push(current);
			},
			undo() {
				parts.pop();
				current = undefined;
			},
			put: (org, row) => void last().rows.push({ org, row }),
			threads(org, threads) {
				for (const { reference, path } of threads) references.set(`${org} ${reference}`, path);
			},
			commit() {
				commits++;
				for (const part of parts) commitPart(part);
				parts = [];
			},
			abort() {
				parts = [];
			},
		};
	};

	return {
		open,
		organisation,
		ran: (run) => void current?.runs.push(run),
		runsOf: (mark) => executed.get(mark) ?? 0,
		commits: () => commits,
		pathOf: (org, reference) => references.get(`${org} ${reference}`),
		async checkThreads(store) {
			for (const [org, paths] of moved) {
				const stored = await store.snapshot(org, async (reader) =>
					Promise.all([...paths].map((path) => reader.thread(path))),
				);
				for (const [at, path] of [...paths].entries()) {
					const model = organisation(org).threads.get(path);
					const thread = stored[at];
					const facts = () => `${org} ${path}: ${JSON.stringify(thread)}, not ${model?.version}`;
					hold(thread?.version === model?.version, '2', facts);
					for (const [type, version] of model?.versions ?? [])
						hold(thread?.versions[type] === version, '2', facts);
				}
			}
			moved.clear();
		},
	};
};
