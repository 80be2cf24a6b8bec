import { type RecurringTask, SITE } from '@navette/engine';
import type { DoDeps } from './do-task.ts';
import { nextDaily } from './next-time.ts';

/** What recurs in an organisation, or in the site, and when first. */
export const recurringIn = ({ service, clock }: DoDeps, org: string): readonly RecurringTask[] =>
	[...service.tasks.values()].flatMap(({ name, daily }) =>
		daily && (daily.each === 'site') === (org === SITE)
			? [{ id: name, name, due: nextDaily(daily, org, clock.now()) }]
			: [],
	);

/** The site, then every organisation: wherever tasks may be. */
export const placesOf = async ({ engine }: DoDeps): Promise<readonly string[]> => [
	SITE,
	...(await engine.organisations()),
];
