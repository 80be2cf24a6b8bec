import { isBuiltin } from 'node:module';
import path from 'node:path';
import { importsOf } from './imports.ts';
import type { Package, SourceFile } from './workspace.ts';

/** What an import leads to. */
export type Target =
	/** `place` is the file behind the door, `undefined` when the package has no such door */
	| { readonly kind: 'workspace'; readonly pkg: Package; readonly place: string | undefined }
	| { readonly kind: 'external'; readonly name: string }
	/** always with its `node:` */
	| { readonly kind: 'builtin'; readonly name: string }
	/** a path below the root */
	| { readonly kind: 'file'; readonly place: string }
	| { readonly kind: 'computed' };

export type Edge = {
	readonly from: SourceFile;
	readonly line: number;
	/** as written */
	readonly specifier: string;
	readonly target: Target;
};

export function edgesOf(files: readonly SourceFile[], packages: readonly Package[]): Edge[] {
	const byName = new Map(packages.map((pkg) => [pkg.manifest.name, pkg]));
	return files.flatMap((from) =>
		importsOf(from.path, from.source).map(({ specifier, line }) => ({
			from,
			line,
			specifier: specifier ?? '(computed)',
			target: targetOf(from, specifier, byName),
		})),
	);
}

function targetOf(
	from: SourceFile,
	specifier: string | undefined,
	byName: ReadonlyMap<string, Package>,
): Target {
	if (specifier === undefined) return { kind: 'computed' };
	if (specifier.startsWith('.')) {
		return { kind: 'file', place: path.posix.join(path.posix.dirname(from.path), specifier) };
	}
	const [first = '', second = '', ...rest] = specifier.split('/');
	if (isBuiltin(specifier)) return { kind: 'builtin', name: `node:${first.replace('node:', '')}` };
	const isScoped = first.startsWith('@');
	const name = isScoped ? `${first}/${second}` : first;
	const pkg = byName.get(name);
	if (pkg === undefined) return { kind: 'external', name };
	const door = isScoped ? rest.join('/') : [second, ...rest].filter(Boolean).join('/');
	const behind = pkg.manifest.exports?.[door === '' ? '.' : `./${door}`];
	const place = behind === undefined ? undefined : path.posix.join(pkg.path, behind);
	return { kind: 'workspace', pkg, place };
}
