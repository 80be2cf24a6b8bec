import { Command, InvalidArgumentError, Option } from 'commander';
import { type Asked, answer, type Building, command } from './building.ts';
import {
	listSponsorships,
	offerSponsorship,
	type SponsorOptions,
	withdrawSponsorship,
} from './commands/sponsorships.ts';

const days = (text: string): number => {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 1 || value > 90)
		throw new InvalidArgumentError('a number of days from 1 to 90');
	return value;
};

const offer = (building: Building): Command =>
	command('offer', 'offer somebody to register; the secret is shown once')
		.addOption(
			new Option('--form <form>', 'what is given to them')
				.choices(['link', 'phrase', 'code'])
				.default('link'),
		)
		.requiredOption('--welcome <text>', 'words of welcome; only they read it')
		.option('--days <days>', 'how long it waits', days, 7)
		.addOption(
			new Option('--language <language>', 'of the phrase, and of the mail')
				.choices(['en', 'fr'])
				.default('en'),
		)
		.option('--mail <address>', 'where half of a code is mailed')
		.option('--url <address>', 'address people open, for the link')
		.action((said: Asked & Omit<SponsorOptions, 'mail' | 'url'> & Partial<SponsorOptions>) => {
			const { mail, url, form, welcome, language } = said;
			const options = { form, welcome, language, days: said.days, mail, url };
			return answer(building, said, offerSponsorship(building.terminal, options));
		});

/** `navette sponsor` */
export const sponsorCommand = (building: Building): Command => {
	const { terminal } = building;
	const list = command('list', 'offers to register, and how they were answered').action(
		(options: Asked) => answer(building, options, listSponsorships(terminal)),
	);
	const withdraw = command('withdraw', 'take an offer back')
		.argument('<id>', 'first letters of it; after -- if it begins with a hyphen')
		.action((id: string, options: Asked) =>
			answer(building, options, withdrawSponsorship(terminal, id)),
		);
	return new Command('sponsor')
		.description('offers to register with the directory that this site hosts')
		.addCommand(offer(building))
		.addCommand(list)
		.addCommand(withdraw);
};
