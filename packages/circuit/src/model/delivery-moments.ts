import type { Delivery } from './delivery.ts';
import type { Instant } from './fields.ts';
import { instantOf, localTimeOf } from './local-time.ts';
import { phaseOf } from './phases.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What time alone brings in the life of a delivery, and somebody is told of. */
export const MOMENTS = [
	...(['catalogue48', 'catalogue24', 'bilan12', 'bilan18', 'parite', 'clos', 'parti'] as const),
	'archive',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** The two digests of orders of a day: each plans the other. */
export type Digest = 'bilan12' | 'bilan18';

/** Hours on the clock of the groupement at which a digest of orders may be told. */
const DIGEST_HOURS: readonly (readonly [Digest, number])[] = [
	['bilan12', 12],
	['bilan18', 18],
];

export const isDigest = (moment: Moment): moment is Digest =>
	moment === 'bilan12' || moment === 'bilan18';

/** The next digest after an instant, and when it is. */
export const nextDigest = (after: Instant, timeZone: string): readonly [Digest, Instant] => {
	for (let from = after; ; from += DAY) {
		const { day } = localTimeOf(from, timeZone);
		const times = DIGEST_HOURS.map(
			([digest, hour]) => [digest, instantOf({ day, hour, minute: 0 }, timeZone)] as const,
		);
		const next = times.find(([, instant]) => instant > after);
		if (next) return next;
	}
};

type Dates = Pick<Delivery, 'tOuv' | 'tClo' | 'tExp' | 'tArc'> & { readonly ann?: Delivery['ann'] };

/** When each moment is, for those that are still to come at `now`; none once cancelled. */
export const momentsOf = (
	delivery: Dates,
	now: Instant,
	timeZone: string,
): ReadonlyMap<Moment, Instant> => {
	if (delivery.ann) return new Map();
	const { tOuv, tClo, tExp, tArc } = delivery;
	const digest = nextDigest(Math.max(now, tOuv), timeZone);
	const all: readonly (readonly [Moment, Instant])[] = [
		['catalogue48', tOuv - 2 * DAY],
		['catalogue24', tOuv - DAY],
		['parite', tClo - DAY],
		['clos', tClo],
		['parti', tExp],
		['archive', tArc],
		...(digest[1] < tClo ? [digest] : []),
	];
	return new Map(all.filter(([, instant]) => instant >= now));
};

/** Whether a moment is really there: a task may be done late, or after dates were moved. */
export const isMoment = (moment: Moment, delivery: Dates, now: Instant): boolean => {
	const phase = phaseOf({ ...delivery, ann: delivery.ann }, now);
	switch (moment) {
		case 'catalogue48':
		case 'catalogue24':
			return phase === 0;
		case 'bilan12':
		case 'bilan18':
			return phase === 1;
		case 'parite':
			return phase === 1 && now >= delivery.tClo - DAY;
		case 'clos':
			return phase === 2;
		case 'parti':
			return phase === 3;
		case 'archive':
			return phase === 6;
	}
};
