import { edgesOf } from './edges.ts';
import { forbiddenPaths } from './paths.ts';
import { RULES } from './rules.ts';
import { floorOf } from './table.ts';
import { packagesOf, parseManifest, sourcesOf, type Tree } from './workspace.ts';

/** Every import that breaks a rule of the floors, one line each; empty when all is well. */
export function checkFloors(tree: Tree): string[] {
	const packages = packagesOf(tree);
	const shared = parseManifest(tree.get('package.json') ?? '{"name":"root"}');
	const files = sourcesOf(tree, packages);
	const edges = edgesOf(files, packages);
	const homeless = packages
		.filter((pkg) => floorOf(pkg.folder) === undefined)
		.map((pkg) => `${pkg.path}: has no floor. Give it its place in scripts/floors/table.ts.`);
	const broken = edges.flatMap((edge) =>
		RULES.flatMap((rule) => {
			const wrong = rule(edge, shared);
			if (wrong === undefined) return [];
			return [`${edge.from.path}:${edge.line}: ${edge.specifier} ${wrong}`];
		}),
	);
	return [...homeless, ...broken, ...forbiddenPaths(files, edges)];
}
