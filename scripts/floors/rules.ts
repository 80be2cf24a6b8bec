import type { Edge } from './edges.ts';
import {
	CLOSED_DOORS,
	doorOf,
	floorOf,
	isBrowserSide,
	isForScreens,
	isProvider,
	isRoot,
	isScreen,
	MACHINE,
	TESTKIT,
	UNDRAWN,
} from './table.ts';
import { isProof, type Manifest } from './workspace.ts';

/**
 * One rule about one import.
 *
 * @param shared manifest of the root, whose development dependencies every test may use
 * @returns what is wrong and why it matters, `undefined` when the rule is kept
 */
export type Rule = (edge: Edge, shared: Manifest) => string | undefined;

export const RULES: readonly Rule[] = [
	staysReadable,
	staysInside,
	isDeclared,
	goesDown,
	namesNoProvider,
	leavesProofOut,
	runsInBrowsers,
	leavesTheMachineAlone,
	keepsDoorsApart,
	keepsScreensApart,
];

function staysReadable({ target }: Edge): string | undefined {
	if (target.kind !== 'computed') return undefined;
	return 'computes what it imports. These checks, and a reader, must see where every import goes.';
}

function staysInside({ from, target }: Edge): string | undefined {
	if (target.kind === 'workspace' && target.place === undefined) {
		return `uses a door that ${target.pkg.manifest.name} does not have in its exports.`;
	}
	if (target.kind !== 'file' || target.place.startsWith(`${from.pkg.path}/`)) return undefined;
	return 'leaves its package by a path. Packages meet at their doors, by their names.';
}

function isDeclared({ from, target }: Edge, shared: Manifest): string | undefined {
	const name = importedName(target);
	const { manifest } = from.pkg;
	if (name === undefined || name === manifest.name) return undefined;
	const lists = [manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies];
	if (from.isProof) lists.push(manifest.devDependencies, shared.devDependencies);
	if (lists.some((list) => list?.[name] !== undefined)) return undefined;
	return `is not in the dependencies of ${from.pkg.path}/package.json. What a package needs is read there.`;
}

function goesDown({ from, target }: Edge): string | undefined {
	if (target.kind !== 'workspace' || target.pkg === from.pkg) return undefined;
	const { name } = target.pkg.manifest;
	if (from.isProof && from.pkg.manifest.devDependencies?.[name] !== undefined) return undefined;
	if (target.pkg.folder === TESTKIT) return undefined;
	const [mine, its] = [floorOf(from.pkg.folder), floorOf(target.pkg.folder)];
	if (mine === undefined || its === undefined) return undefined;
	if (its < mine || (from.pkg.folder === TESTKIT && its === mine)) return undefined;
	return (
		`goes from floor ${mine} to floor ${its}. An import goes to a lower floor only, ` +
		'so that a floor can be understood and changed without those above it.'
	);
}

function namesNoProvider({ from, target }: Edge): string | undefined {
	if (target.kind !== 'workspace' || !isProvider(target.pkg.folder)) return undefined;
	if (from.isProof || isRoot(from.pkg.folder) || target.pkg === from.pkg) return undefined;
	return 'names a provider. Only the roots choose one; all others know its contract.';
}

function leavesProofOut({ from, target }: Edge): string | undefined {
	const isNeverShipped = from.pkg.folder === TESTKIT || from.pkg.folder === 'bench';
	if (from.isProof || isNeverShipped) return undefined;
	const isTestkit = target.kind === 'workspace' && target.pkg.folder === TESTKIT;
	if (isTestkit && isRoot(from.pkg.folder) && !from.pkg.folder.startsWith('apps/'))
		return undefined;
	const place = 'place' in target ? target.place : undefined;
	const inside = place?.split('/').slice(2).join('/');
	if (!isTestkit && (inside === undefined || !inside.startsWith('src/') || !isProof(inside))) {
		return undefined;
	}
	return 'brings code made for tests into what is shipped.';
}

function runsInBrowsers({ from, target }: Edge): string | undefined {
	if (target.kind !== 'builtin' || from.isProof) return undefined;
	if (!isBrowserSide(from.pkg.folder, from.inside)) return undefined;
	return 'needs Node. This code also runs in browsers, which have no such module.';
}

function leavesTheMachineAlone({ from, target }: Edge): string | undefined {
	if (target.kind !== 'builtin' || !MACHINE.has(target.name) || from.isProof) return undefined;
	const { folder } = from.pkg;
	const mayTouch = isProvider(folder) || isRoot(folder) || folder === 'folders';
	if (mayTouch) return undefined;
	return 'reaches for the machine. Disk, network and processes come by argument, from a root.';
}

function keepsDoorsApart({ from, target }: Edge): string | undefined {
	const mine = doorOf(from.pkg.folder, from.inside);
	const place = target.kind === 'file' ? target.place : doorPlace(from, target);
	if (mine === undefined || place === undefined) return undefined;
	const its = doorOf(from.pkg.folder, place.split('/').slice(2).join('/'));
	if (its === undefined || !CLOSED_DOORS[mine]?.includes(its)) return undefined;
	return `goes from ./${mine} to ./${its}. A server never loads a screen, nor a screen a server.`;
}

function keepsScreensApart({ from, target, specifier }: Edge): string | undefined {
	const name = importedName(target);
	if (name === undefined || isScreen(from.pkg.folder, from.inside)) return undefined;
	if (!isForScreens(name) || UNDRAWN.includes(specifier)) return undefined;
	return 'belongs to screens. Only ./ui of an application, ui and apps/web draw.';
}

function importedName(target: Edge['target']): string | undefined {
	if (target.kind === 'external') return target.name;
	return target.kind === 'workspace' ? target.pkg.manifest.name : undefined;
}

/** A package may import itself by name; its doors stay closed the same way. */
function doorPlace(from: Edge['from'], target: Edge['target']): string | undefined {
	return target.kind === 'workspace' && target.pkg === from.pkg ? target.place : undefined;
}
