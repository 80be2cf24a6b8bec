import { spawnSync } from 'node:child_process';
import { SetupError } from './setup-error.mjs';

const FLAGS = '-y --no-install-recommends -o DPkg::Lock::Timeout=120';

/**
 * Finds a program that tests need, or installs Debian's package; such tests are never skipped.
 *
 * @param {{ name: string, title: string, variable: string, find: () => string | undefined }} wanted
 *   package, its name in a sentence, the variable that names another place, where it is
 * @param {Record<string, string | undefined>} env
 * @param {(line: string) => void} say
 * @param {{ isRoot: boolean, run: (command: string) => { ok: boolean, output: string } }} machine
 */
export function ensureProgram({ name, title, variable, find }, env, say, machine) {
	if (find() !== undefined) return;
	if (env[variable]) {
		throw new SetupError(`${variable} names ${env[variable]}, where ${title} is not.`);
	}
	const install = `apt-get install ${FLAGS} ${name}`;
	const byHand = `Install it with "sudo apt-get update && sudo ${install}", or set ${variable}.`;
	if (!machine.run('apt-get --version').ok) {
		throw new SetupError(
			`The tests need ${title}, and this system has no apt-get to bring it. ` +
				`Install ${title} and set ${variable} to its place.`,
		);
	}
	if (!machine.isRoot) {
		throw new SetupError(`The tests need ${title}, and only root may install it. ${byHand}`);
	}
	say(`Installing ${title} for the tests (apt-get); this takes some ten seconds.`);
	const updated = machine.run('apt-get update -q -o DPkg::Lock::Timeout=120');
	const installed = machine.run(install);
	if (!installed.ok || find() === undefined) {
		throw new SetupError(
			`${updated.ok ? '' : updated.output}${installed.output}\n` +
				`${title} could not be installed. ${byHand}`,
		);
	}
	say(`${title} installed.`);
}

/** Commands run on this machine. */
export function thisMachine() {
	return {
		isRoot: process.getuid?.() === 0,
		run(command) {
			const [program, ...args] = command.split(' ');
			const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
			const done = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 1 << 26 });
			return { ok: done.status === 0, output: `${done.stdout ?? ''}${done.stderr ?? ''}` };
		},
	};
}
