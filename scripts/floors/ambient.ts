import { parseSync, Visitor } from 'oxc-parser';
import { lineAt } from './imports.ts';
import { isBrowserSide, isRoot, isScreen } from './table.ts';
import { packagesOf, type SourceFile, sourcesOf, type Tree } from './workspace.ts';

/** Ambient effects, and what to take instead. */
const FORBIDDEN: Readonly<Record<string, string>> = {
	'Date.now': 'Time comes from a Clock.',
	'new Date': 'Time comes from a Clock; give new Date a value.',
	'performance.now': 'Time comes from a Clock.',
	'Math.random': 'Randomness comes from a Random.',
	'crypto.getRandomValues': 'Randomness comes from a Random.',
	'crypto.randomUUID': 'Randomness comes from a Random.',
	'process.env': 'Settings are parsed by a root and come by argument.',
	console: 'What is worth saying goes to a Log.',
};

/** Screens live and die with the page, so they may wait by themselves. */
const FORBIDDEN_BELOW_SCREENS: Readonly<Record<string, string>> = {
	setTimeout: 'Waiting comes from Timers.',
	setInterval: 'Waiting comes from Timers.',
};

/** What a browser does not have. */
const NODE_ONLY: Readonly<Record<string, string>> = {
	Buffer: 'Browsers have no Buffer; use Uint8Array.',
	process: 'Browsers have no process.',
};

/** The places where an effect enters the platform, with the reason. */
const ALLOWED: readonly { readonly place: RegExp; readonly reason: string }[] = [
	{
		place: /^packages\/core\/src\/(clock|random|timers|log)\.ts$/,
		reason: 'the system implementations of the capabilities, handed out by the roots',
	},
];

/** Uses of time, randomness and output that did not come by argument, one line each. */
export function checkAmbient(tree: Tree): string[] {
	return sourcesOf(tree, packagesOf(tree))
		.filter((file) => !file.isProof && !isRoot(file.pkg.folder))
		.filter((file) => !ALLOWED.some(({ place }) => place.test(file.path)))
		.flatMap(ambientUses);
}

function ambientUses(file: SourceFile): string[] {
	const { folder } = file.pkg;
	const known = {
		...FORBIDDEN,
		...(isScreen(folder, file.inside) ? {} : FORBIDDEN_BELOW_SCREENS),
		...(isBrowserSide(folder, file.inside) ? NODE_ONLY : {}),
	};
	const found: string[] = [];
	const at = (start: number) => `${file.path}:${lineAt(file.source, start)}`;
	const note = (name: string, start: number) => {
		const why = known[name];
		if (why !== undefined) found.push(`${at(start)}: ${name} is ambient. ${why}`);
	};
	new Visitor({
		MemberExpression({ object, property, start }) {
			const owner = globalName(object);
			if (owner === undefined || property.type !== 'Identifier') return;
			note(owner, start);
			note(`${owner}.${property.name}`, start);
		},
		CallExpression({ callee, start }) {
			if (callee.type === 'Identifier' && callee.name === 'Date') note('new Date', start);
			else if (callee.type === 'Identifier') note(callee.name, start);
		},
		CatchClause({ body, start }) {
			if (body.body.length > 0) return;
			found.push(`${at(start)}: an empty catch. An error is handled, or goes on.`);
		},
		NewExpression({ callee, arguments: given, start }) {
			const isDate = callee.type === 'Identifier' && callee.name === 'Date';
			if (isDate && given.length === 0) note('new Date', start);
		},
	}).visit(parseSync(file.path, file.source).program);
	return found;
}

/** `Date` for `Date` and for `globalThis.Date`. */
function globalName(node: { type: string; name?: unknown }): string | undefined {
	if (node.type === 'Identifier' && typeof node.name === 'string') return node.name;
	if (node.type !== 'MemberExpression' || !('object' in node) || !('property' in node)) {
		return undefined;
	}
	const { object, property } = node as GlobalMember;
	const isGlobal = ['globalThis', 'window', 'self'].includes(object.name ?? '');
	return isGlobal ? property.name : undefined;
}

type GlobalMember = { object: { name?: string }; property: { name?: string } };
