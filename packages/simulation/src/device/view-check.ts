import type { LiveDocument, ThreadView, WatchOptions } from '@navette/client';
import { passesFilter } from '@navette/model';
import { textOfData, textOfFiles } from '../model/data-text.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Sight, sightOf, textOfSight } from '../model/sight.ts';
import { hold } from '../violation.ts';

const TYPES = ['NOTE', 'PART', 'CARD', 'BOX', 'ACCESS'] as const;

/** One thing watched on a device. */
export interface Watched {
	readonly org: string;
	readonly hash: string;
	readonly path: string;
	readonly options: WatchOptions;
}

/** Holds what devices show against the truth. */
export interface ViewCheck {
	/** Invariants 3, 5, 7, 8: it is a state that was, whole, as this account could see it. */
	state(watched: Watched, view: ThreadView): void;
	/** It is the state that is, as this account sees it now. */
	latest(watched: Watched, view: ThreadView): void;
}

export const createViewCheck = (ledger: Ledger): ViewCheck => {
	const texts = new WeakMap<LiveDocument, string>();
	const textOf = (document: LiveDocument): string => {
		const { version, data, files } = document;
		const known = texts.get(document) ?? `${version} ${textOfData(data)}${textOfFiles(files)}`;
		texts.set(document, known);
		return known;
	};

	const shown = (view: ThreadView): Map<string, string> => {
		const all = new Map<string, string>();
		for (const type of TYPES)
			for (const [id, document] of view.documents(type)) all.set(`${type}/${id}`, textOf(document));
		return all;
	};

	const wanted = ({ options }: Watched, name: string, key: LiveDocument['key']): boolean => {
		const type = name.split('/')[0] ?? '';
		if (options.types && !options.types.includes(type)) return false;
		return passesFilter(options.filters?.[type], key);
	};

	const expected = (watched: Watched, version: number, sight: Sight) => {
		const seen = ledger.organisation(watched.org).seenAt(watched.path, version, sight);
		for (const name of seen.keys()) {
			const [, owner = ''] = name.split('/')[1]?.split('.') ?? [];
			if (!wanted(watched, name, { owner })) seen.delete(name);
		}
		return seen;
	};

	const differences = (a: Map<string, string>, b: Map<string, string>): string[] => [
		...[...a].filter(([name, text]) => b.get(name) !== text).map(([name]) => `shown ${name}`),
		...[...b].filter(([name, text]) => a.get(name) !== text).map(([name]) => `true ${name}`),
	];

	const sightsEver = ({ org, hash, path }: Watched): readonly Sight[] => {
		const all = new Map<string, Sight>();
		for (const rights of ledger.organisation(org).rights) {
			const sight = sightOf(rights, hash, path);
			if (sight) all.set(textOfSight(sight), sight);
		}
		return [...all.values()].reverse();
	};

	const where = ({ org, path, options }: Watched, view: ThreadView) =>
		`${org} ${path} ${JSON.stringify(options)} at ${view.version}`;

	return {
		state(watched, view) {
			const now = shown(view);
			if (view.status !== 'ready')
				return hold(now.size === 0, '7', () => `${where(watched, view)}: shown unready`);
			let fewest: string[] | undefined;
			for (const sight of sightsEver(watched)) {
				const found = differences(now, expected(watched, view.version, sight));
				if (found.length === 0) return;
				if (!fewest || found.length < fewest.length) fewest = found;
			}
			hold(
				false,
				'3 and 5',
				() => `${where(watched, view)} never was: ${fewest?.join(', ') ?? 'no right ever'}`,
			);
		},
		latest(watched, view) {
			const sight = sightOf(
				ledger.organisation(watched.org).rights.at(-1) ?? { accesses: new Map(), shut: new Set() },
				watched.hash,
				watched.path,
			);
			const at = where(watched, view);
			if (!sight) return hold(view.status !== 'ready', '7', () => `${at}: shown, not allowed`);
			hold(view.status === 'ready', 'convergence', () => `${at}: ${view.status}, but allowed`);
			const found = differences(shown(view), expected(watched, Number.MAX_SAFE_INTEGER, sight));
			hold(found.length === 0, 'convergence', () => `${at}: ${found.join(', ')}`);
		},
	};
};
