import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { filesBelow } from '../../../scripts/test-files.ts';

/** A pattern written in the source, and where. */
export interface SourcePattern {
	readonly pattern: string;
	readonly flags: string;
	readonly files: readonly string[];
}

/** Tools of our own, and commands: they read what is written by who runs them. */
const TOOLS = /^(packages\/(bench|simulation|testkit)|apps\/cli)\//;
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

const PART = /^(\[(?:[^\]\\]|\\.)*\]|\\.|[^\\[\](){}*+?.|^$])([*+]|\{\d+(?:,\d*)?\})?/;

/** Whether what repeats stops at a sign that it cannot be: then there is one way to read a text. */
const isSequence = (pattern: string): boolean => {
	if (!/^\^.*\$$/s.test(pattern)) return false;
	const parts: { readonly sign: string; readonly repeats: string }[] = [];
	let rest = pattern.slice(1, -1);
	while (rest !== '') {
		const [all = '', sign = '', repeats = ''] = PART.exec(rest) ?? [];
		if (all === '') return false;
		parts.push({ sign, repeats });
		rest = rest.slice(all.length);
	}
	return parts.every(({ sign, repeats }, at) => {
		const next = parts[at + 1];
		if (repeats === '' || /^\{\d+\}$/.test(repeats) || next === undefined) return true;
		return (
			next.repeats === '' && next.sign.length === 1 && !new RegExp(`^${sign}$`).test(next.sign)
		);
	});
};

/**
 * Whether a pattern takes a time in proportion to its text, by its form alone: nothing that repeats
 * without bound, or one thing, in no group that repeats, from the beginning of the text; or things one
 * after the other that cannot be taken for each other.
 */
export const isPlainlyLinear = ({
	pattern,
	flags,
}: Pick<SourcePattern, 'pattern' | 'flags'>): boolean => {
	const unbounded = unboundedIn(pattern);
	if (repeatsGroup(pattern)) return false;
	if (flags === '' && isSequence(pattern)) return true;
	return unbounded === 0 || (unbounded === 1 && pattern.startsWith('^') && !flags.includes('m'));
};
