import { Command, InvalidArgumentError } from 'commander';
import { type Asked, answer, type Building, collect, command } from './building.ts';
import { issueRight, listRights, offerRight, revokeRight } from './commands/rights.ts';
import { endUser, listUsers } from './commands/users.ts';

const days = (text: string): number => {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 1 || value > 3_660)
		throw new InvalidArgumentError('a number of days from 1 to 3660');
	return value;
};

/** A command that says what a right allows. */
const about = (name: string, what: string): Command =>
	command(name, what)
		.argument('<org>', 'code of the organisation')
		.requiredOption('--label <text>', 'what it is for, for administrators')
		.requiredOption('--right <usage/subject>', 'ADM, CO/dupleix.3…; may be repeated', collect)
		.option('--right-days <days>', 'how long the right lives', days, 365);

interface Said extends Asked {
	readonly label: string;
	readonly right: readonly string[];
	readonly rightDays: number;
}

const offer = (building: Building): Command =>
	about('offer', 'print a link by which somebody claims an access right; it is shown once')
		.option('--days <days>', 'how long the link waits', days, 7)
		.option('--many', 'everybody who has the link may claim one', false)
		.option('--url <address>', 'address people open, for the link')
		.action((org: string, said: Said & { days: number; many: boolean; url?: string }) => {
			const { right: rights, url, ...options } = said;
			const outcome = offerRight(building.terminal, org, { ...options, rights, url });
			return answer(building, said, outcome);
		});

const issue = (building: Building): Command =>
	about('issue', 'issue an access right to a key')
		.requiredOption('--holder <hash>', 'hash of the key that holds it, as its holder gives it')
		.action((org: string, said: Said & { holder: string }) => {
			const { right: rights, holder, ...options } = said;
			return answer(
				building,
				said,
				issueRight(building.terminal, org, holder, { ...options, rights }),
			);
		});

/** `navette right` */
export const rightCommand = (building: Building): Command => {
	const { terminal } = building;
	const list = command('list', 'access rights and offers of an organisation')
		.argument('<org>', 'code of the organisation')
		.action((org: string, options: Asked) => answer(building, options, listRights(terminal, org)));
	const revoke = command('revoke', 'withdraw an access right at once, or take back an offer')
		.argument('<org>', 'code of the organisation')
		.argument(
			'<id>',
			'first letters of it, as the list shows them; after -- if it begins with a hyphen',
		)
		.action((org: string, id: string, options: Asked) =>
			answer(building, options, revokeRight(terminal, org, id)),
		);
	return new Command('right')
		.description('access rights that people keep in their sheets')
		.addCommand(offer(building))
		.addCommand(issue(building))
		.addCommand(list)
		.addCommand(revoke);
};

/** `navette user` */
export const userCommand = (building: Building): Command => {
	const { terminal } = building;
	const list = command('list', 'users of the directory that this site hosts').action(
		(options: Asked) => answer(building, options, listUsers(terminal)),
	);
	const end = command('end', 'end every session of a user at once')
		.argument('<user>', 'first letters of the id, as the list shows them')
		.action((user: string, options: Asked) => answer(building, options, endUser(terminal, user)));
	return new Command('user').description('users of the directory').addCommand(list).addCommand(end);
};
