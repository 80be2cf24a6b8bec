/** A scale for bars: its top, and the values of its lines. */
export interface Scale {
	readonly top: number;
	readonly lines: readonly number[];
}

/** A scale of round numbers that holds a value: 7 → 8 by 4; 130 → 150 by 50. Never below 4. */
export const scaleFor = (most: number): Scale => {
	const wanted = Math.max(4, most);
	const unit = 10 ** Math.floor(Math.log10(wanted / 2));
	const step = [1, 2, 2.5, 5, 10]
		.map((n) => n * unit)
		.find((s) => Number.isInteger(s) && s * 4 >= wanted);
	const size = step ?? Math.ceil(wanted / 4);
	const count = Math.ceil(wanted / size);
	return {
		top: size * count,
		lines: Array.from({ length: count }, (_, index) => size * (index + 1)),
	};
};

/** A minute of the chart. */
export interface Minute {
	readonly at: number;
	readonly operations: number;
	readonly refused: number;
}

/** What the chart says in words. */
export const summaryOf = (minutes: readonly Minute[]) => {
	const busiest = minutes.reduce<Minute | undefined>(
		(most, minute) => (minute.operations > (most?.operations ?? 0) ? minute : most),
		undefined,
	);
	const sum = (of: (minute: Minute) => number) => minutes.reduce((all, one) => all + of(one), 0);
	return {
		operations: sum((minute) => minute.operations),
		refused: sum((minute) => minute.refused),
		busiest,
	};
};
