import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const GENERATED = new Set(['node_modules', 'dist', 'data', 'test-results']);

/**
 * Every file below the folders whose name ends as asked, sorted.
 *
 * @param folders relative to `root`; those that do not exist are passed over
 * @returns paths relative to `root`, with `/`
 */
export function filesBelow(
	root: string,
	folders: readonly string[],
	isWanted: (name: string) => boolean,
): string[] {
	return folders
		.filter((folder) => existsSync(path.join(root, folder)))
		.flatMap((folder) => walk(root, folder))
		.filter(isWanted)
		.sort();
}

export function isTest(name: string): boolean {
	return name.endsWith('.test.ts');
}

/** Acceptance tests that compare times, or fill both cores by themselves. */
const MEASURING = [
	'engine/08-load',
	'first-light/07-figures',
	'identity/03-enumeration',
	'identity/06-device-store',
];

/** Whether an acceptance test wants the machine for itself. */
export function measuresTime(name: string): boolean {
	return MEASURING.some((one) => name === `acceptance/${one}.test.ts`);
}

/** Names of the issues that have acceptance tests: the folders that hold one. */
export function acceptanceIssues(root: string): string[] {
	const parent = path.join(root, 'acceptance');
	if (!existsSync(parent)) return [];
	return readdirSync(parent, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.filter((name) => walk(root, `acceptance/${name}`).some(isTest))
		.sort();
}

function walk(root: string, folder: string): string[] {
	return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const name = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return GENERATED.has(entry.name) ? [] : walk(root, name);
		return entry.isFile() ? [name] : [];
	});
}
