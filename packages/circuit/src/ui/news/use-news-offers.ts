import type { NewsOffer } from '@navette/client';
import { type RoleView, useNow, useThread } from '@navette/ui';
import { consumerOf, documentOf, documentsOf, isFollowed, newsOffers } from '../../client/index.ts';
import { phaseOf } from '../../model/index.ts';
import { type ThreadViews, useThreads } from '../parts/use-threads.ts';

const groupementsOf = ({ usage, gp, gps = [] }: RoleView): readonly string[] =>
	(usage === 'GP' || usage === 'PR') && gp !== undefined ? [gp] : gps;

/** Tours of a groupement that are open or on their way. */
const toursAtWork = (gp: string, calendars: ThreadViews, now: number) => {
	const calendar = calendars.get(`CALGP/${gp}`);
	return [...(calendar ? documentsOf(calendar, 'LIVRG').values() : [])]
		.filter(({ data }) => [1, 2, 3].some((phase) => phase === phaseOf(data, now)))
		.map(({ key: { livr = '' } }) => [gp, livr] as const);
};

const followedOf = (role: RoleView, calendars: ThreadViews, now: number) => {
	if (role.usage === 'GP' && role.gp !== undefined) return toursAtWork(role.gp, calendars, now);
	if (role.usage !== 'CO') return [];
	const { gc, avance, gps } = consumerOf(role);
	return gps.flatMap((gp) => {
		const calendar = calendars.get(`CALGP/${gp}`);
		const deliveries = calendar ? [...documentsOf(calendar, 'LIVRG').values()] : [];
		return deliveries
			.filter(({ data }) => isFollowed(data, { gc, avance, now }))
			.map(({ key: { livr = '' } }) => [gp, livr] as const);
	});
};

/** What the person may be told of in a role; `undefined` while it is not known yet. */
export function useNewsOffers(role: RoleView): readonly NewsOffer[] | undefined {
	const now = useNow();
	const view = useThread('RGP/', { types: ['RG'] });
	const gps = groupementsOf(role);
	const paths = role.usage === 'CO' || role.usage === 'GP' ? gps.map((gp) => `CALGP/${gp}`) : [];
	const calendars = useThreads(paths);
	const isReady = view.status === 'ready' && paths.every((path) => calendars.has(path));
	if (!isReady) return undefined;
	const names = documentOf(view, 'RG', '');
	return newsOffers({
		usage: role.usage,
		...(role.gc === undefined ? {} : { gc: role.gc }),
		...(role.co === undefined ? {} : { co: String(role.co) }),
		...(role.pr === undefined ? {} : { pr: String(role.pr) }),
		gps,
		followed: followedOf(role, calendars, now),
		nameOf: (code) => names?.gcs[code]?.nom ?? names?.gps[code]?.nom ?? code,
	});
}
