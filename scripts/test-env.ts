import path from 'node:path';
import { findChromium, findHeadlessShell } from './setup/chromium.mjs';

/**
 * What every test process finds in its environment: the browsers, and one folder in which Node keeps
 * what it compiled. Each test file is a process that loads much of the same code: kept, a file costs
 * a second less.
 */
export function testEnvironment(
	root: string,
	env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
	const chromium = findChromium(env);
	const shell = findHeadlessShell(env);
	return {
		NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'),
		...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
		...(shell === undefined ? {} : { HEADLESS_SHELL_PATH: shell }),
	};
}
