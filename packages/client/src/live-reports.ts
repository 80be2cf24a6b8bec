import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, type Log } from '@navette/core';
import type { LocalStore } from '@navette/local-store';
import type { Exchange } from './exchange.ts';
import type { LiveReport, ReportView } from './live-report.ts';
import { type Batch, type Cell, createCell } from './observable.ts';

/** The reports that screens show. */
export interface LiveReports {
	watch(name: string, input: unknown): LiveReport<unknown>;
	/** The server is there again: ask all of them. */
	refreshAll(): void;
}

interface LiveReportsDeps {
	readonly store: LocalStore;
	readonly exchange: Exchange;
	readonly canAsk: () => boolean;
	/** Prefix of names in the local store. */
	readonly scope: string;
	readonly batch: Batch;
	readonly log: Log;
}

interface Shown {
	readonly cell: Cell<ReportView>;
	readers: number;
	refresh(): void;
}

const createShown = (deps: LiveReportsDeps, name: string, input: unknown): Shown => {
	const cell = createCell<ReportView>({ status: 'loading' }, deps.batch);
	const local = `${deps.scope}${name}`;
	let asking = false;
	let again = false;

	const keep = async (report: { asOf: number; result: unknown } | undefined) => {
		const written = await deps.store.writeReport(local, input, report);
		if (!written.ok) deps.log.warn('report.not-kept', { fault: written.error });
	};

	const ask = async () => {
		const answer = await deps.exchange.report(name, input);
		if (answer.ok) {
			const report = { asOf: answer.value.asOf, result: answer.value.result ?? null };
			cell.set({ status: 'ready', ...report });
			await keep(report);
			return;
		}
		const { error } = answer;
		if (error.retry === 'later') cell.set({ ...cell.get(), error });
		else {
			cell.set({ status: 'refused', error });
			await keep(undefined);
		}
	};

	const run = async () => {
		asking = true;
		do {
			again = false;
			await ask();
		} while (again);
		asking = false;
	};

	const refresh = () => {
		again = asking;
		if (!asking && deps.canAsk()) void run();
	};

	const load = async () => {
		const kept = await deps.store.readReport(local, input);
		if (kept && cell.get().status === 'loading') cell.set({ status: 'ready', ...kept });
	};
	void load().then(refresh);
	return { cell, readers: 0, refresh };
};

export const createLiveReports = (deps: LiveReportsDeps): LiveReports => {
	const shown = new Map<string, Shown>();
	return {
		watch(name, input) {
			const id = `${name} ${bytesToBase64Url(encodeCbor(input))}`;
			const one = shown.get(id) ?? createShown(deps, name, input);
			shown.set(id, one);
			one.readers++;
			let released = false;
			return {
				get: one.cell.get,
				subscribe: one.cell.subscribe,
				refresh: one.refresh,
				release() {
					if (released) return;
					released = true;
					one.readers--;
					if (one.readers === 0) shown.delete(id);
				},
			};
		},
		refreshAll() {
			for (const one of shown.values()) one.refresh();
		},
	};
};
