import { err } from '@navette/core';
import type { Command } from 'commander';
import { backUp } from './backups/backup.ts';
import { acknowledgeRestored, restoreFrom } from './backups/restore.ts';
import { type Asked, answer, type Building, command } from './building.ts';

/** `navette backup` */
export const backupCommand = (building: Building): Command =>
	command('backup', 'copy one state of everything to a folder, beside a server that goes on')
		.requiredOption(
			'--to <folder>',
			'a new folder, or an earlier backup, which is brought up to date',
		)
		.action((options: Asked & { to: string }) =>
			answer(building, options, backUp(building.terminal, options.to)),
		);

/** `navette restore` */
export const restoreCommand = (building: Building): Command =>
	command('restore', 'make a backup the data of a site that has none')
		.option('--from <folder>', 'the backup')
		.option('--in-place', 'the data were put back by other means: begin their history anew')
		.action((options: Asked & { from?: string; inPlace?: boolean }) => {
			const { terminal } = building;
			const { from, inPlace = false } = options;
			if ((from === undefined) === !inPlace)
				return answer(building, options, err('Give --from FOLDER, or --in-place; not both.'));
			const done = from === undefined ? acknowledgeRestored(terminal) : restoreFrom(terminal, from);
			return answer(building, options, done);
		});
