import {
	changeDates,
	type DateChange,
	type DateFacts,
	type Delivery,
	dateTable,
	phaseForGroup,
	phaseOf,
} from '../../model/index.ts';

/** Why a change of dates is not possible. */
export interface DateFault {
	/** Field, or `pts.<gc>.<field>`, or `''`. */
	readonly field: string;
	readonly code: 'E-DATE' | 'E-ARCH' | 'E-DROIT' | (string & {});
	/** Another delivery leaves at that instant. */
	readonly isOther: boolean;
}

/** One date or place that moves, as it will be told. */
export interface DateTold {
	readonly field: string;
	readonly before: string | number | null;
	readonly after: string | number | null;
}

/** What changes of dates would do. */
export interface DatePreview {
	readonly told: readonly DateTold[];
	readonly fault?: DateFault;
	/** Whether the chat of the delivery says it: from the opening on. */
	readonly isPosted: boolean;
}

/** Name of a field as the history of a delivery says it. */
export const fieldOf = (change: DateChange): string =>
	'gc' in change ? `pts.${change.gc}.${change.field}` : change.field;

const before = (delivery: Delivery, change: DateChange): string | number | null =>
	'gc' in change
		? (delivery.pts[change.gc]?.[change.field] ?? null)
		: (delivery[change.field] ?? null);

/** What is asked and is not so already. */
export const realChanges = (delivery: Delivery, changes: readonly DateChange[]): DateChange[] =>
	changes.filter((change) => before(delivery, change) !== change.to);

/** Judges changes as the server will, and says what will be told. */
export const previewDates = (
	delivery: Delivery,
	changes: readonly DateChange[],
	facts: DateFacts,
): DatePreview => {
	const real = realChanges(delivery, changes);
	const told = real.map((change) => ({
		...{ field: fieldOf(change), before: before(delivery, change), after: change.to },
	}));
	const changed = real.length === 0 ? undefined : changeDates(delivery, real, facts, 'preview');
	const isPosted = phaseOf(delivery, facts.now) !== 0;
	if (!changed || changed.ok) return { told, isPosted };
	const { code, detail } = changed.error;
	const fault = { field: String(detail?.champ ?? ''), code, isOther: detail?.raison === 'autre' };
	return { told, isPosted, fault };
};

/** Whether a groupement may still change a date, whatever to: otherwise it is shown, not typed. */
export const mayChange = (
	delivery: Delivery,
	change: Pick<DateChange, 'field'> & { readonly gc?: string },
	now: number,
): boolean => {
	const phase =
		change.gc === undefined ? phaseOf(delivery, now) : phaseForGroup(delivery, change.gc, now);
	return dateTable[change.field][phase]?.GP !== undefined;
};

/** The operation `LivrDates` of some changes. */
export const datesInput = (
	place: { readonly right: string; readonly gp: string; readonly livr: string },
	changes: readonly DateChange[],
) => {
	const pts: Record<string, Record<string, string | number>> = {};
	const own: Record<string, string | number> = {};
	for (const change of changes) {
		if (!('gc' in change)) own[change.field] = change.to;
		else pts[change.gc] = { ...pts[change.gc], [change.field]: change.to };
	}
	return { ...place, ...own, ...(Object.keys(pts).length > 0 ? { pts } : {}) };
};
