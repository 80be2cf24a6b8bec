import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** One figure. `versus` names what it is compared with, `ratio` = value / that one's. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly versus?: string;
	readonly ratio?: number;
	/** What it must reach, in words. */
	readonly bar?: string;
	readonly met?: boolean;
}

/** Everything a run says, as written to `bench/results.json`. */
export interface Results {
	readonly date: string;
	readonly machine: {
		readonly cpu: string;
		readonly cores: number;
		readonly memoryGiB: number;
		readonly system: string;
	};
	readonly versions: Readonly<Record<string, string>>;
	readonly load: { readonly before: readonly number[]; readonly after: readonly number[] };
	readonly results: readonly Figure[];
}

export const rounded = (value: number): number => Number(value.toPrecision(4));

/** The middle of a list; 0 when empty. */
export const quantile = (values: readonly number[], q: number): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
};

export const describeMachine = (): Results['machine'] => ({
	cpu: os.cpus()[0]?.model ?? 'unknown',
	cores: os.cpus().length,
	memoryGiB: Math.round(os.totalmem() / 2 ** 30),
	system: `${os.type()} ${os.release()}`,
});

/** A table for people. */
export const tableOf = (figures: readonly Figure[]): string => {
	const rows = figures.map((one) => [
		one.name,
		`${one.value.toLocaleString('en')} ${one.unit}`,
		one.ratio === undefined ? '' : `${one.ratio} × ${one.versus ?? ''}`,
		one.bar ?? '',
		one.met === undefined ? '' : one.met ? 'met' : 'MISSED',
	]);
	const all = [['figure', 'value', 'beside', 'bar', ''], ...rows];
	const widths = all[0]?.map((_, column) =>
		Math.max(...all.map((row) => row[column]?.length ?? 0)),
	);
	return all
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
};

/** Writes the results where every run leaves them. */
export const writeResults = (folder: string, results: Results): string => {
	const file = path.join(folder, 'results.json');
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
	return file;
};
