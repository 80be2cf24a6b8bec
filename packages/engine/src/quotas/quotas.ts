import {
	type Clock,
	err,
	type Failure,
	failure,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import type { Catalogue } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import { isThere, settingsToStored, storedToSettings } from '../organisation.ts';
import { changeUsage, readUsage } from './charge.ts';
import { countAll } from './count.ts';
import { type Limits, NO_USAGE, type Usage } from './usage.ts';

/** What an organisation may use, and uses. */
export interface QuotaState {
	readonly limits: Limits;
	/** Absent for an organisation without limits: nothing is counted then. */
	readonly usage?: Usage;
}

/**
 * Limits of organisations. What is kept is counted in the very transaction that changes it, so two
 * servers or many uploads at once never pass a limit together. An organisation without limits is not
 * counted, and pays nothing.
 */
export interface Quotas {
	/**
	 * Sets the limits of an organisation, and counts what it has; empty = none. What is there already
	 * stays, even over a limit: only growth is refused. `E-ORG`.
	 */
	set(org: string, limits: Limits): Promise<Result<void, Failure>>;
	state(org: string): Promise<Result<QuotaState, Failure>>;
	/** Counts all again, beside the work of others; answers by how many documents the count was wrong. */
	recount(org: string): Promise<number>;
}

interface QuotaDeps {
	readonly store: DocumentStore;
	readonly catalogue: Catalogue;
	readonly clock: Clock;
	readonly random: Random;
}

const isEmpty = (limits: Limits): boolean =>
	Object.values(limits).every((limit) => limit === undefined);

export const createQuotas = (deps: QuotaDeps): Quotas => {
	const { store, catalogue } = deps;
	const scene = () => ({ now: deps.clock.now(), random: deps.random });

	/** From here on what comes and goes is counted; what was there before is not yet. */
	const write = (org: string, limits: Limits): Promise<Result<void, Failure>> =>
		store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			const row = await writer.organisation();
			if (!row || !isThere(row.status)) return err(failure('E-ORG'));
			const { limits: _before, ...settings } = storedToSettings(row.settings);
			const kept = isEmpty(limits) ? settings : { ...settings, limits };
			await writer.putOrganisation({ ...row, settings: settingsToStored(kept) });
			return changeUsage(writer, scene(), (usage) => ok(isEmpty(limits) ? undefined : usage));
		});

	/**
	 * The difference between what there is and what was counted, both from one state, stays the
	 * difference whatever comes and goes meanwhile: it is added once.
	 */
	const recount: Quotas['recount'] = async (org) => {
		const { all, usage, limits } = await store.snapshot(org, async (reader) => {
			const row = await reader.organisation();
			const known = row && isThere(row.status) ? storedToSettings(row.settings).limits : undefined;
			if (!known) return { all: NO_USAGE, usage: NO_USAGE, limits: undefined };
			const counted = await countAll(catalogue, reader);
			return { all: counted, usage: await readUsage(reader), limits: known };
		});
		if (!limits) return 0;
		const wrong = all.documents - usage.documents;
		await store.transaction((transaction) =>
			changeUsage(transaction.in(org), scene(), (now) =>
				ok({
					...now,
					documents: now.documents + wrong,
					documentBytes: now.documentBytes + all.documentBytes - usage.documentBytes,
					fileBytes: now.fileBytes + all.fileBytes - usage.fileBytes,
					isCounted: true,
				}),
			),
		);
		return usage.isCounted ? Math.abs(wrong) : 0;
	};

	return {
		async set(org, limits) {
			const written = await write(org, limits);
			if (!written.ok) return written;
			await recount(org);
			return ok(undefined);
		},
		state: (org) =>
			store.snapshot(org, async (reader) => {
				const row = await reader.organisation();
				if (!row || !isThere(row.status)) return err(failure('E-ORG'));
				const { limits } = storedToSettings(row.settings);
				return limits ? ok({ limits, usage: await readUsage(reader) }) : ok({ limits: {} });
			}),
		recount,
	};
};
