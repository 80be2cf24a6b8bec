/**
 * By hand, when a regular expression is added whose form does not show that it is linear: has every one
 * of the sources looked at by recheck, and writes down those that were found so.
 *
 *     npm install --prefix "$(mktemp -d)" recheck@4.5.0     # not a dependency: 50 MB
 *     node scripts/check-patterns.ts FOLDER/node_modules/recheck/lib/main.js
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	isPlainlyLinear,
	type SourcePattern,
	sourcePatterns,
} from '../acceptance/identity/support/source-patterns.ts';

interface Verdict {
	readonly status: 'safe' | 'vulnerable' | 'unknown';
	readonly complexity?: { readonly summary: string };
}
type Check = (source: string, flags: string, options: { readonly timeout: number }) => Verdict;

/** Texts of these are bounded before they are looked at. */
const BOUNDED = ['apps/server/src/log-fields.ts'];

const root = path.resolve(import.meta.dirname, '..');
process.env.RECHECK_BACKEND ??= 'pure';
const loaded: { readonly checkSync: Check } = await import(
	pathToFileURL(path.resolve(process.argv[2] ?? '')).href
);

const isSafe = ({ pattern, flags, files }: SourcePattern): boolean => {
	const { status, complexity } = loaded.checkSync(pattern, flags, { timeout: 5_000 });
	if (status === 'unknown' && isPlainlyLinear({ pattern, flags })) return true;
	if (status === 'safe' || files.every((file) => BOUNDED.includes(file))) return true;
	process.stderr.write(
		`${status} ${complexity?.summary ?? ''}: /${pattern}/${flags} ${files.join(' ')}\n`,
	);
	return false;
};

const all = sourcePatterns(root);
const bad = all.filter((one) => !isSafe(one));
const patterns = all
	.filter((one) => !isPlainlyLinear(one) && !bad.includes(one))
	.map(({ pattern, flags }) => `/${pattern}/${flags}`)
	.toSorted();
writeFileSync(
	path.join(root, 'acceptance/identity/support/checked-patterns.json'),
	`${JSON.stringify({ checkedWith: 'recheck 4.5.0', patterns }, null, '\t')}\n`,
);
process.stdout.write(`${all.length} looked at, ${bad.length} not linear.\n`);
process.exitCode = bad.length === 0 ? 0 : 1;
