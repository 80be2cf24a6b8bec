import { type Command, Option } from 'commander';
import { type Asked, answer, type Building, command } from './building.ts';
import { exportArchive } from './commands/exports.ts';
import { checkArchive, type ImportOptions, importArchive } from './commands/imports.ts';
import { type MoveOptions, moveOrganisation } from './commands/moves.ts';

/** `navette export` */
export const exportCommand = (building: Building): Command =>
	command('export', 'write one organisation to a file, also beside a server; goes on after a kill')
		.argument('<org>', 'code of the organisation')
		.requiredOption('--out <file>', 'the archive; it is there once it is whole')
		.option('--to <file>', 'public key of whoever alone may open it (navette key export-pair)')
		.action((org: string, options: Asked & { out: string; to?: string }) =>
			answer(building, options, exportArchive(building.terminal, { ...options, org })),
		);

/** `navette import` */
export const importCommand = (building: Building): Command =>
	command('import', 'bring an archive in, whole or not at all; goes on after a kill')
		.argument('<file>', 'the archive')
		.option('--as <code>', 'code it gets here, when it is another')
		.option('--key <file>', 'private key, for an archive sealed to a public one')
		.option('--check', 'read it to its end, say whether it is whole, change nothing')
		.addOption(
			new Option(
				'--status <status>',
				'what may be done in it; as in the archive unless told',
			).choices(['open', 'frozen', 'closed']),
		)
		.action((file: string, options: Asked & Omit<ImportOptions, 'file'> & { check?: boolean }) => {
			const { terminal } = building;
			const wanted = { ...options, file };
			const done = options.check ? checkArchive(terminal, wanted) : importArchive(terminal, wanted);
			return answer(building, options, done);
		});

/** `navette org move` */
export const moveCommand = (building: Building): Command =>
	command(
		'move',
		'carry it to another site step by step: freeze, copy, compare, open there, close here',
	)
		.argument('<code>', 'code of the organisation')
		.requiredOption('--config <file>', 'configuration of the other site (its navette.json)')
		.option('--as <code>', 'code it gets there, when it is another')
		.option(
			'--service <name>',
			'tell the directory too: devices see that it moves, and where it is',
		)
		.option('--to <operator>', 'who hosts it there, as the directory names him')
		.action((org: string, options: Asked & Omit<MoveOptions, 'org'>) =>
			answer(building, options, moveOrganisation(building.terminal, { ...options, org })),
		);
