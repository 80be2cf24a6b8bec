import { Command } from 'commander';
import { drawExportPair } from './archives/export-pair.ts';
import { type Asked, answer, type Building, command } from './building.ts';

/** `navette key` */
export const keyCommand = (building: Building): Command =>
	new Command('key').description('keys of this site').addCommand(
		command('export-pair', 'draw the pair of keys that archives are sealed to and opened with')
			.argument('<name>', 'NAME.pub and NAME.key are written')
			.action((name: string, options: Asked) =>
				answer(building, options, drawExportPair(building.terminal, name)),
			),
	);
