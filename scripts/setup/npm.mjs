import { spawnSync } from 'node:child_process';

/** What npm says first is what matters. */
const LINES = 40;

/**
 * Runs npm, silently when it goes well.
 *
 * The npm that started this script is called again under the Node it came with: an installation may
 * replace the Node in `node_modules`, which scripts find first in their PATH.
 *
 * @param {string} root folder to run in
 * @param {string[]} args
 * @returns {{ ok: true } | { ok: false, output: string }}
 */
export function npm(root, args) {
	const { npm_execpath: script, npm_node_execpath: node } = process.env;
	const known = script?.endsWith('.js') && node;
	const done = known
		? spawnSync(node, [script, ...args], options(root))
		: spawnSync('npm', args, { ...options(root), shell: process.platform === 'win32' });
	if (done.status === 0) return { ok: true };
	const why = done.error ? done.error.message : `${done.stdout}${done.stderr}`;
	return { ok: false, output: why.trim().split('\n').slice(0, LINES).join('\n') };
}

function options(root) {
	return { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 };
}
