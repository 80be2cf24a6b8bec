import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../test-files.ts';

/** Texts by path below the root, with `/`: `packages/core/src/index.ts`. */
export type Tree = ReadonlyMap<string, string>;

export type Manifest = {
	readonly name: string;
	readonly exports?: Readonly<Record<string, string>>;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Package = {
	/** as the table of floors names it: `core`, `apps/server` */
	readonly folder: string;
	/** `packages/core`, `apps/server` */
	readonly path: string;
	readonly manifest: Manifest;
};

export type SourceFile = {
	/** below the root */
	readonly path: string;
	/** below its package: `src/index.ts` */
	readonly inside: string;
	readonly pkg: Package;
	readonly source: string;
	/** code that proves or builds: tests, conformance suites, oracles, configuration of tools */
	readonly isProof: boolean;
};

export function readTree(root: string): Tree {
	const names = filesBelow(root, ['packages', 'apps'], (name) => /\.(ts|tsx|json)$/.test(name));
	const all = ['package.json', ...names];
	return new Map(all.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}

export function packagesOf(tree: Tree): Package[] {
	return [...tree].flatMap(([name, text]) => {
		const found = /^((packages|apps)\/([^/]+))\/package\.json$/.exec(name);
		if (found === null) return [];
		const [, place = '', parent, last = ''] = found;
		const folder = parent === 'apps' ? place : last;
		return [{ folder, path: place, manifest: parseManifest(text) }];
	});
}

export function sourcesOf(tree: Tree, packages: readonly Package[]): SourceFile[] {
	const byPath = new Map(packages.map((pkg) => [pkg.path, pkg]));
	return [...tree].flatMap(([name, source]) => {
		const [parent, folder, ...rest] = name.split('/');
		const pkg = byPath.get(`${parent}/${folder}`);
		if (pkg === undefined || !/(?<!\.d)\.tsx?$/.test(name)) return [];
		const inside = rest.join('/');
		return [{ path: name, inside, pkg, source, isProof: isProof(inside) }];
	});
}

export function parseManifest(text: string): Manifest {
	const parsed: Manifest = JSON.parse(text);
	return parsed;
}

/** Tests, and what only tests import: conformance suites, second implementations, fixtures. */
export function isProof(inside: string): boolean {
	if (/\.test\.tsx?$/.test(inside) || !inside.startsWith('src/')) return true;
	return /\/(conformance|oracle|testing)(\/|\.ts$)|\/test-[^/]+\.ts$/.test(inside);
}
