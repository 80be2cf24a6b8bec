import { Command } from 'commander';
import { moveCommand } from './archive-commands.ts';
import { type Asked, answer, type Building, command } from './building.ts';
import { deleteOrganisation } from './commands/delete-organisation.ts';
import {
	createOrganisation,
	listOrganisations,
	setLabel,
	setStatus,
} from './commands/organisations.ts';
import { type QuotaOptions, setQuota } from './commands/quota.ts';
import { showOrganisation } from './commands/show-organisation.ts';
import type { Outcome } from './outcome.ts';

/** A command on one organisation. */
const on = (
	building: Building,
	name: string,
	about: string,
	run: (org: string) => Promise<Outcome>,
): Command =>
	command(name, about)
		.argument('<code>', 'of the organisation')
		.action((org: string, options: Asked) => answer(building, options, run(org)));

const createCommand = (building: Building): Command =>
	command('create', 'create an organisation')
		.argument('<code>', '4 to 16 of a-z, 0-9, -')
		.requiredOption('--label <text>', 'its name, as people see it')
		.action((org: string, options: Asked & { label: string }) =>
			answer(building, options, createOrganisation(building.terminal, org, options.label)),
		);

const labelCommand = (building: Building): Command =>
	command('label', 'name it anew')
		.argument('<code>', 'of the organisation')
		.argument('<text>', 'its name, as people see it')
		.action((org: string, text: string, options: Asked) =>
			answer(building, options, setLabel(building.terminal, org, text)),
		);

const quotaCommand = (building: Building): Command =>
	command('quota', 'show what it may use, or set it')
		.argument('<code>', 'of the organisation')
		.option('--documents <figure>', 'living documents; none = no limit')
		.option('--document-bytes <figure>', 'bytes of documents: 500MB, none')
		.option('--file-bytes <figure>', 'bytes of files: 10GB, none')
		.option('--operations <figure>', 'operations each minute; none = no limit')
		.action((org: string, options: Asked & QuotaOptions) =>
			answer(building, options, setQuota(building.terminal, org, options)),
		);

const deleteCommand = (building: Building): Command =>
	command('delete', 'delete it with everything it keeps, for ever')
		.argument('<code>', 'of the organisation')
		.option('--confirm <code>', 'its code once more')
		.action((org: string, options: Asked & { confirm?: string }) =>
			answer(building, options, deleteOrganisation(building.terminal, org, options.confirm)),
		);

/** `navette org` */
export const orgCommand = (building: Building): Command => {
	const { terminal } = building;
	const group = new Command('org').description('organisations of this site');
	for (const one of [
		command('list', 'every organisation, its status and its name').action((options: Asked) =>
			answer(building, options, listOrganisations(terminal)),
		),
		on(building, 'show', 'what it keeps, its limits, its tasks', (org) =>
			showOrganisation(terminal, org),
		),
		createCommand(building),
		on(building, 'freeze', 'let it be read only', (org) => setStatus(terminal, org, 'frozen')),
		on(building, 'open', 'let it be read and written', (org) => setStatus(terminal, org, 'open')),
		on(building, 'close', 'let nobody enter; nothing is deleted', (org) =>
			setStatus(terminal, org, 'closed'),
		),
		labelCommand(building),
		quotaCommand(building),
		deleteCommand(building),
		moveCommand(building),
	])
		group.addCommand(one);
	return group;
};
