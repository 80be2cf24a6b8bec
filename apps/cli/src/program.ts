import { Command, CommanderError } from 'commander';
import { exportCommand, importCommand } from './archive-commands.ts';
import { backupCommand, restoreCommand } from './backup-commands.ts';
import { asked, type Building, collect, command, EXIT_CODES } from './building.ts';
import { type GrantOptions, grantAccess, listAccesses, revokeAccess } from './commands/accesses.ts';
import { examine } from './commands/doctor.ts';
import { printConfig, serveSite } from './commands/serve.ts';
import { keyCommand } from './key-commands.ts';
import { orgCommand } from './org-commands.ts';
import { tell } from './outcome.ts';
import { rightCommand, userCommand } from './right-commands.ts';
import { serviceCommand } from './service-commands.ts';
import { sponsorCommand } from './sponsor-commands.ts';
import { taskCommand } from './task-commands.ts';
import { EXIT, type Terminal } from './terminal.ts';

const serveCommand = ({ terminal, exit }: Building): Command =>
	command('serve', 'serve until Ctrl-C, as npm start does')
		.option('--print-config', 'show every setting and where it comes from, and stop')
		.action(async (options: { json?: boolean; printConfig?: boolean }) => {
			if (options.printConfig) exit(tell(terminal, printConfig(terminal), asked(options)));
			else exit(await serveSite(terminal, asked(options)));
		});

const grantCommand = ({ terminal, exit }: Building): Command =>
	command('grant', 'let somebody in: prints an entry link, once; only its hash is kept')
		.argument('<org>', 'code of the organisation')
		.requiredOption('--label <text>', 'who it is, for administrators')
		.requiredOption('--right <usage/subject>', 'ADM, CO/dupleix.3…; may be repeated', collect)
		.option('--account <id>', 'account of somebody who has another access already')
		.option('--url <address>', 'address people open, for the link')
		.action(
			async (org: string, options: Partial<GrantOptions> & { right: string[]; json?: boolean }) => {
				const { label = '', right: rights, account, url } = options;
				const outcome = await grantAccess(terminal, org, { label, rights, account, url });
				exit(tell(terminal, outcome, asked(options)));
			},
		);

const accessCommand = (building: Building): Command => {
	const { terminal, exit } = building;
	const list = command('list', 'who may enter an organisation')
		.argument('<org>', 'code of the organisation')
		.action(async (org: string, options: { json?: boolean }) =>
			exit(tell(terminal, await listAccesses(terminal, org), asked(options))),
		);
	const revoke = command('revoke', 'withdraw an access at once')
		.argument('<org>', 'code of the organisation')
		.argument('<access>', 'first letters of the access, as the list shows them')
		.action(async (org: string, access: string, options: { json?: boolean }) =>
			exit(tell(terminal, await revokeAccess(terminal, org, access), asked(options))),
		);
	return new Command('access')
		.description('who may enter')
		.addCommand(list)
		.addCommand(grantCommand(building))
		.addCommand(revoke);
};

const doctorCommand = ({ terminal, exit }: Building): Command =>
	command('doctor', 'look at everything the site stands on, and say what to do').action(
		async (options: { json?: boolean }) =>
			exit(tell(terminal, await examine(terminal), asked(options))),
	);

/** Errors are thrown, not ended by the library; it speaks where the terminal says. */
const settle = (every: Command, terminal: Terminal): void => {
	every.exitOverride().configureOutput({
		writeOut: (text) => terminal.out(text.trimEnd()),
		writeErr: (text) => terminal.error(text.trimEnd()),
	});
	for (const below of every.commands) settle(below, terminal);
};

/** Runs one command line, without the name of the program; answers the exit code. */
export const runProgram = async (words: readonly string[], terminal: Terminal): Promise<number> => {
	let code: number = EXIT.done;
	const building: Building = {
		terminal,
		exit(given) {
			code = given;
		},
	};
	const program = new Command('navette')
		.description('Runs and tends a site of Navette.')
		.helpOption('-h, --help', 'show this help')
		.addHelpText('after', EXIT_CODES)
		.addCommand(serveCommand(building))
		.addCommand(orgCommand(building))
		.addCommand(accessCommand(building))
		.addCommand(rightCommand(building))
		.addCommand(userCommand(building))
		.addCommand(sponsorCommand(building))
		.addCommand(serviceCommand(building))
		.addCommand(exportCommand(building))
		.addCommand(importCommand(building))
		.addCommand(taskCommand(building))
		.addCommand(backupCommand(building))
		.addCommand(restoreCommand(building))
		.addCommand(keyCommand(building))
		.addCommand(doctorCommand(building));
	settle(program, terminal);
	try {
		await program.parseAsync(words, { from: 'user' });
		return code;
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? EXIT.done : EXIT.usage;
	}
};
