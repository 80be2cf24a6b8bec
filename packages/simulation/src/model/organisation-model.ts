import type { DocumentRow } from '@navette/storage';
import { hold } from '../violation.ts';
import { namedBy } from './contents.ts';
import { storedToValue, textOfData, textOfFiles } from './data-text.ts';
import { isOf, NO_RIGHTS, pathsOf, type RightsState, type Sight } from './sight.ts';

/** A document at one version; `text` is `undefined` when it was deleted. */
export interface DocumentState {
	readonly version: number;
	readonly text: string | undefined;
	/** What is told of it to those who see its size only. */
	readonly size: string | undefined;
	readonly data: unknown;
}

interface ThreadModel {
	version: number;
	readonly versions: Map<string, number>;
	/** `type/id` of everything ever attached. */
	readonly members: Set<string>;
}

/** Everything ever committed in one organisation: a plain map, with its past. */
export interface OrganisationModel {
	readonly documents: ReadonlyMap<string, readonly DocumentState[]>;
	readonly threads: ReadonlyMap<string, ThreadModel>;
	/** Rights after each commit that moved them; the last ones hold now. */
	readonly rights: readonly RightsState[];
	/** Notes what one operation wrote; a `Violation` when versions do not grow. */
	commit(rows: readonly DocumentRow[]): void;
	/** A document as it was at a version of a thread. */
	stateAt(name: string, version: number): DocumentState | undefined;
	/** What is seen of a thread at one of its versions: `type/id` → `version text`. */
	seenAt(path: string, version: number, sight: Sight): Map<string, string>;
}

const stateOf = (row: DocumentRow): DocumentState => {
	const { version } = row;
	if (row.data === null) return { version, text: undefined, size: undefined, data: undefined };
	const { data, text: written } = storedToValue(row.data);
	const text = written + textOfFiles(namedBy(row));
	const size = row.type === 'NOTE' ? { size: (data as { text: string }).text.length } : undefined;
	return { version, text, data, size: size && textOfData(size) };
};

const rightsAfter = (state: RightsState, row: DocumentRow, data: unknown): RightsState => {
	if (row.type === 'GATE') {
		const shut = new Set(state.shut);
		if (row.data) shut.add(row.id);
		else shut.delete(row.id);
		return { ...state, shut };
	}
	const accesses = new Map(state.accesses);
	if (row.data) accesses.set(row.id, data as never);
	else accesses.delete(row.id);
	return { ...state, accesses };
};

export const createOrganisationModel = (org: string): OrganisationModel => {
	const documents = new Map<string, DocumentState[]>();
	const threads = new Map<string, ThreadModel>();
	const rights: RightsState[] = [NO_RIGHTS];

	const threadOf = (path: string): ThreadModel => {
		const known = threads.get(path) ?? { version: 0, versions: new Map(), members: new Set() };
		threads.set(path, known);
		return known;
	};

	const check = (row: DocumentRow, version: number) => {
		const name = `${row.type}/${row.id}`;
		const before = documents.get(name)?.at(-1)?.version ?? 0;
		hold(row.version === version, '5', () => `${org} ${name}: two versions in one operation`);
		hold(version > before, '1', () => `${org} ${name}: ${version} after ${before}`);
		for (const path of pathsOf(row.type, row.id)) {
			const at = threadOf(path).version;
			hold(version > at, '1', () => `${org} ${name} at ${version}, ${path} was at ${at}`);
		}
	};

	const note = (row: DocumentRow) => {
		const name = `${row.type}/${row.id}`;
		const state = stateOf(row);
		const past = documents.get(name) ?? [];
		past.push(state);
		documents.set(name, past);
		for (const path of pathsOf(row.type, row.id)) {
			const thread = threadOf(path);
			thread.version = row.version;
			thread.versions.set(row.type, row.version);
			thread.members.add(name);
		}
		return state;
	};

	const stateAt = (name: string, version: number) =>
		documents.get(name)?.findLast((state) => state.version <= version);

	return {
		documents,
		threads,
		rights,
		stateAt,
		commit(rows) {
			for (const row of rows) check(row, rows[0]?.version ?? 0);
			let after = rights.at(-1) ?? NO_RIGHTS;
			for (const row of rows) {
				const { data } = note(row);
				if (row.type === 'ACCESS' || row.type === 'GATE') after = rightsAfter(after, row, data);
			}
			if (after !== rights.at(-1)) rights.push(after);
		},
		seenAt(path, version, sight) {
			const seen = new Map<string, string>();
			for (const name of threads.get(path)?.members ?? []) {
				const [type = '', id = ''] = name.split('/');
				const of = sight.get(type);
				if (!of || !isOf(of.owner, type, id)) continue;
				const state = stateAt(name, version);
				const text = of.size ? state?.size : state?.text;
				if (state && text !== undefined) seen.set(name, `${state.version} ${text}`);
			}
			return seen;
		},
	};
};
