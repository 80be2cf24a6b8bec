import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { filesBelow } from '../../../scripts/test-files.ts';

/** A pattern written in the source, and where. */
export interface SourcePattern {
	readonly pattern: string;
	readonly flags: string;
	readonly files: readonly string[];
}

/** Tools of our own that read nothing of anybody's. */
const TOOLS = /^packages\/(bench|simulation|testkit)\//;
const isSource = (name: string): boolean =>
	/\.tsx?$/.test(name) && !/\.test\.ts$|\/(testing|conformance|scripts|test)\//.test(name);

const isPattern = (
	value: unknown,
): value is { readonly regex: { readonly pattern: string; readonly flags: string } } =>
	typeof value === 'object' && value !== null && 'regex' in value && value.regex !== null;

const literalsOf = (root: string, file: string): readonly { pattern: string; flags: string }[] => {
	const { program } = parseSync(file, readFileSync(`${root}/${file}`, 'utf8'));
	const found: { pattern: string; flags: string }[] = [];
	JSON.stringify(program, (_, value: unknown) => {
		if (isPattern(value)) found.push(value.regex);
		return typeof value === 'bigint' ? String(value) : value;
	});
	return found;
};

/** Sources of the platform and its applications. */
export const sourceFiles = (root: string): readonly string[] =>
	filesBelow(root, ['packages', 'apps'], isSource).filter((name) => !TOOLS.test(name));

/** Every regular expression of the sources. */
export const sourcePatterns = (root: string): readonly SourcePattern[] => {
	const found = new Map<string, SourcePattern>();
	for (const file of sourceFiles(root))
		for (const { pattern, flags } of literalsOf(root, file)) {
			const key = `${pattern}/${flags}`;
			found.set(key, { pattern, flags, files: [...(found.get(key)?.files ?? []), file] });
		}
	return [...found.values()];
};

/** Signs of a pattern that repeat without bound, outside of classes. */
const unboundedIn = (pattern: string): number =>
	pattern
		.replace(/\\./g, 'x')
		.replace(/\[[^\]]*\]/g, 'x')
		.match(/[*+]|\{\d+,\}/g)?.length ?? 0;

/** Groups that repeat, whatever is in them. */
const repeatsGroup = (pattern: string): boolean =>
	/\)(?:[*+]|\{\d+,)/.test(pattern.replace(/\\./g, 'x'));

/**
 * Whether a pattern takes a time in proportion to its text, by its form alone: nothing that repeats
 * without bound, or one thing, in no group that repeats, from the beginning of the text.
 */
export const isPlainlyLinear = ({
	pattern,
	flags,
}: Pick<SourcePattern, 'pattern' | 'flags'>): boolean => {
	const unbounded = unboundedIn(pattern);
	if (repeatsGroup(pattern)) return false;
	return unbounded === 0 || (unbounded === 1 && pattern.startsWith('^') && !flags.includes('m'));
};
