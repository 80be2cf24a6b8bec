import type { Edge } from './edges.ts';
import { NO_PATH } from './table.ts';
import type { SourceFile } from './workspace.ts';

/** Failures of the paths that must not exist, each with one chain of files as its evidence. */
export function forbiddenPaths(files: readonly SourceFile[], edges: readonly Edge[]): string[] {
	const shipped = edges.filter((edge) => !edge.from.isProof);
	const next = Map.groupBy(shipped, (edge) => edge.from.path);
	return NO_PATH.flatMap(({ from, what, to, reason }) => {
		const starts = files.filter((file) => !file.isProof && from(file.pkg.folder, file.inside));
		const chain = shortestChain(starts, next, to);
		return chain === undefined ? [] : [`${chain.join(' → ')}: a path from ${what}. ${reason}`];
	});
}

function shortestChain(
	starts: readonly SourceFile[],
	next: ReadonlyMap<string, readonly Edge[]>,
	isForbidden: (folder: string) => boolean,
): string[] | undefined {
	const queue = starts.map((file) => [file.path]);
	const seen = new Set(starts.map((file) => file.path));
	for (const chain of queue) {
		for (const { target } of next.get(chain.at(-1) ?? '') ?? []) {
			const end = endOf(target);
			if (end !== undefined && isForbidden(end.folder)) return [...chain, end.name];
			const place =
				target.kind === 'file' || target.kind === 'workspace' ? target.place : undefined;
			if (place === undefined || seen.has(place)) continue;
			seen.add(place);
			queue.push([...chain, place]);
		}
	}
	return undefined;
}

function endOf(target: Edge['target']): { folder: string; name: string } | undefined {
	if (target.kind === 'external') return { folder: target.name, name: target.name };
	if (target.kind !== 'workspace') return undefined;
	return { folder: target.pkg.folder, name: target.pkg.manifest.name };
}
