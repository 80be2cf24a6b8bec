import { Command } from 'commander';
import { type Asked, answer, type Building, command } from './building.ts';
import { dropTask, listTasks, retryTask, runDueTasks, runTask } from './commands/tasks.ts';

const ORG = 'code of the organisation; -site- for the site itself';

/** `navette task` */
export const taskCommand = (building: Building): Command => {
	const { terminal } = building;
	const one = (
		name: string,
		about: string,
		work: (terminal: Building['terminal'], org: string, id: string) => ReturnType<typeof runTask>,
	): Command =>
		command(name, about)
			.argument('<org>', ORG)
			.argument('<id>', 'of the task, as the list shows it')
			.action((org: string, id: string, options: Asked) =>
				answer(building, options, work(terminal, org, id)),
			);
	const list = command('list', 'what waits, is done daily, or was given up')
		.argument('[org]', `${ORG}; all when absent`)
		.option('--dead', 'only what was given up')
		.action((org: string | undefined, options: Asked & { dead?: boolean }) =>
			answer(building, options, listTasks(terminal, org, options.dead === true)),
		);
	const runDue = command('run-due', 'do everything that is due, then stop: for a cron')
		.argument('[org]', `${ORG}; all when absent`)
		.action((org: string | undefined, options: Asked) =>
			answer(building, options, runDueTasks(terminal, org)),
		);
	const group = new Command('task').description('what is done after operations, later, each day');
	for (const each of [
		list,
		one('retry', 'make a task due now, whatever it waits for', retryTask),
		one('run', 'do one task now, here', runTask),
		runDue,
		one('drop', 'forget a task', dropTask),
	])
		group.addCommand(each);
	return group;
};
