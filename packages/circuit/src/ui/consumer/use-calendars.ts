import { type RoleView, useNow } from '@navette/ui';
import { calendarRows, consumerOf, type DeliveryFacts, documentOf } from '../../client/index.ts';
import { areLoading, oldestSync, useThreads } from '../parts/use-threads.ts';

/** Dates of the deliveries that serve the group of a consumer; of one groupement if asked. */
export function useCalendars(role: RoleView, gp?: string) {
	const consumer = consumerOf(role);
	const now = useNow();
	const gps = consumer.gps.filter((one) => gp === undefined || one === gp);
	const paths = gps.map((one) => `CALGP/${one}`);
	const calendars = useThreads(paths);
	const facts = gps.flatMap((one): DeliveryFacts[] => {
		const view = calendars.get(`CALGP/${one}`);
		const calendar = view && documentOf(view, 'CALG', one);
		return (calendar?.livrs ?? []).map((entry) => {
			const delivery = view && documentOf(view, 'LIVRG', `${one}.${entry.livr}`);
			return { gp: one, entry, ...(delivery ? { delivery } : {}) };
		});
	});
	return {
		...{ consumer, now },
		...calendarRows(facts, { ...consumer, now }),
		error: [...calendars.values()].find(({ status }) => status === 'refused')?.error,
		loading: areLoading(calendars, paths),
		syncedAt: oldestSync(calendars.values()),
	};
}
