import { Command } from 'commander';
import { drawExportPair } from './archives/export-pair.ts';
import { type Asked, answer, type Building, command } from './building.ts';
import { checkKeys, resealAll, retireKey } from './commands/key-checks.ts';
import { addKey, listKeys, newKeys, rotateKey } from './commands/keys.ts';

const PURPOSE = 'data unless told; files, capabilities, pin, decoys, push, archives';

/** `navette key` */
export const keyCommand = (building: Building): Command => {
	const { terminal } = building;
	const list = command('list', 'every key, what it is for, which one seals').action(
		(options: Asked) => answer(building, options, listKeys(terminal)),
	);
	const add = command('add', 'draw a key that opens at once and seals after the next rotation')
		.argument('[purpose]', PURPOSE, 'data')
		.action((purpose: string, options: Asked) =>
			answer(building, options, addKey(terminal, purpose)),
		);
	const rotate = command('rotate', 'let another key seal from now on; servers follow by themselves')
		.argument('[purpose]', PURPOSE, 'data')
		.action((purpose: string, options: Asked) =>
			answer(building, options, rotateKey(terminal, purpose)),
		);
	const reseal = command('reseal', 'seal everything again by the keys of now, without a server');
	reseal.action((options: Asked) => answer(building, options, resealAll(terminal)));
	const retire = command('retire', 'take a key away that nothing needs any more')
		.argument('<purpose>', PURPOSE)
		.argument('<key>', 'its number')
		.option('--force', 'also when what it sealed is not counted here')
		.action((purpose: string, key: string, options: Asked & { force?: boolean }) =>
			answer(building, options, retireKey(terminal, purpose, key, options.force === true)),
		);
	const check = command('check', 'open every row, count what each key sealed; beside a server too');
	check.action((options: Asked) => answer(building, options, checkKeys(terminal)));
	const fresh = command('new', 'print a whole set of keys, for NAVETTE_SITE_KEYS');
	fresh.action((options: Asked) => answer(building, options, newKeys(terminal)));
	const pair = command('export-pair', 'draw the pair that archives are sealed to and opened with')
		.argument('<name>', 'NAME.pub and NAME.key are written')
		.action((name: string, options: Asked) =>
			answer(building, options, drawExportPair(terminal, name)),
		);
	const group = new Command('key').description('keys of this site');
	for (const one of [list, check, add, rotate, reseal, retire, fresh, pair]) group.addCommand(one);
	return group;
};
