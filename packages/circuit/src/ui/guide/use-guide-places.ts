import { type RoleView, useNow } from '@navette/ui';
import { type GuidePlaces, guidePlaces } from '../../client/guide-places.ts';
import { documentsOf } from '../../client/index.ts';
import { phaseForGroup, phaseOf } from '../../model/index.ts';
import { areLoading, useThreads } from '../parts/use-threads.ts';

/** The deliveries that a tour of a role may lead to; `undefined` while they are read. */
export function useGuidePlaces(role: RoleView): GuidePlaces | undefined {
	const now = useNow(60_000);
	const [, subject = ''] = role.right.split('/');
	const [first = ''] = subject.split('.');
	const isOfGroup = role.usage === 'CO' || role.usage === 'GC';
	const paths = (isOfGroup ? (role.gps ?? []) : [first]).map((gp) => `CALGP/${gp}`);
	const calendars = useThreads(paths);
	if (areLoading(calendars, paths)) return undefined;
	const known = [...calendars.values()].flatMap((view) =>
		[...documentsOf(view, 'LIVRG').values()].map(({ key, data }) => ({
			...{ gp: key.gp ?? '', livr: key.livr ?? '' },
			delivery: data,
		})),
	);
	return guidePlaces(known, (delivery) =>
		isOfGroup ? phaseForGroup(delivery, first, now) : phaseOf(delivery, now),
	);
}
