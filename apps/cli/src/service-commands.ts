import { ServiceStatus } from '@navette/directory/model';
import { Command, Option } from 'commander';
import { type Asked, answer, type Building, command } from './building.ts';
import {
	type DeclareOptions,
	declareHost,
	declareService,
	listServices,
	nameOperator,
	showOperatorKey,
} from './commands/services.ts';

/** A command that declares something in the name of this site's operator. */
const declaring = (name: string, about: string): Command =>
	command(name, about)
		.argument('<service>', 'name of the service: circuit')
		.requiredOption('--operator <name>', 'who runs this site, as the directory names it')
		.addOption(
			new Option('--status <status>', 'whether it may be used')
				.choices(ServiceStatus.options)
				.default('open'),
		)
		.option('--text <text>', 'says why, when it is not open', '')
		.option('--about <text>', 'one sentence for people', '');

const declare = ({ terminal, ...building }: Building): Command =>
	declaring('declare', 'declare a service of this site, or its next revision')
		.requiredOption('--url <origin>', 'its address: https://navette.example')
		.action((service: string, { json, ...options }: Asked & DeclareOptions & { url: string }) =>
			answer(
				{ terminal, ...building },
				json ? { json } : {},
				declareService(terminal, service, options),
			),
		);

const host = ({ terminal, ...building }: Building): Command =>
	declaring('host', 'declare that this site hosts an organisation, or hand it to another operator')
		.argument('<org>', 'code of the organisation')
		.requiredOption('--label <text>', 'its name, as people see it')
		.option('--to <operator>', 'who hosts it from now on; runs the service')
		.action(
			(
				service: string,
				org: string,
				{ json, ...options }: Asked & DeclareOptions & { label: string; to?: string },
			) =>
				answer(
					{ terminal, ...building },
					json ? { json } : {},
					declareHost(terminal, service, org, options),
				),
		);

const operator = (building: Building): Command =>
	command('operator', 'name an operator, on the site that hosts the directory')
		.argument('<name>', 'a-z, 0-9, -')
		.requiredOption('--label <text>', 'who it is')
		.option('--key <key>', 'what "navette service key" says there; the own one when absent')
		.action((name: string, options: Asked & { label: string; key?: string }) => {
			const { label, key } = options;
			return answer(building, options, nameOperator(building.terminal, name, { label, key }));
		});

/** `navette service` */
export const serviceCommand = (building: Building): Command => {
	const { terminal } = building;
	const group = new Command('service').description('what operators declare to the directory');
	for (const one of [
		command('list', 'services that the directory knows').action((options: Asked) =>
			answer(building, options, listServices(terminal)),
		),
		command('key', 'the key of the operator of this site').action((options: Asked) =>
			answer(building, options, showOperatorKey(terminal)),
		),
		operator(building),
		declare(building),
		host(building),
	])
		group.addCommand(one);
	return group;
};
