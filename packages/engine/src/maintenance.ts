import {
	addDays,
	type Clock,
	dayOf,
	err,
	type Failure,
	failure,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import type { Catalogue } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import type { EngineConfig } from './config.ts';
import type { Engine, MaintenanceReport } from './contract.ts';
import type { Purger } from './files/purger.ts';
import { aboutOf, isThere, settingsToStored, storedToSettings } from './organisation.ts';

interface MaintenanceDeps {
	readonly store: DocumentStore;
	readonly catalogue: Catalogue;
	readonly clock: Clock;
	readonly random: Random;
	readonly config: EngineConfig;
	readonly purger?: Purger;
}

const DAY_MS = 86_400_000;

/** Work of the operator on organisations: no account, no operation id. */
export const createMaintenance = (deps: MaintenanceDeps) => {
	const putOrganisation: Engine['putOrganisation'] = async (org, status, settings) => {
		if (!/^[a-z0-9-]{4,16}$/.test(org)) return err(failure('E-INPUT', { path: 'org' }));
		return deps.store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			const row = await writer.organisation();
			if (row && !isThere(row.status)) return err(failure('E-ORG'));
			const { history } = row ? storedToSettings(row.settings) : {};
			const kept = { ...settings, ...(history === undefined ? {} : { history }) };
			await writer.putOrganisation({ org, status, settings: settingsToStored(kept) });
			return ok(undefined);
		});
	};

	const maintain = async (org: string): Promise<Result<MaintenanceReport, Failure>> => {
		const today = dayOf(deps.clock.now());
		const before = addDays(today, -deps.config.answerDays);
		let answers = 0;
		for (;;) {
			const removed = await deps.store.transaction((transaction) =>
				transaction.in(org).purgeAnswers(before, deps.config.purgeRows),
			);
			answers += removed;
			if (removed < deps.config.purgeRows) break;
		}
		const contents = await deps.purger?.sweep(org, deps.clock.now() - DAY_MS);
		return ok({ answers, contents: contents ?? 0 });
	};

	const describe: Engine['describe'] = (org) =>
		deps.store.snapshot(org, async (reader) => {
			const row = await reader.organisation();
			return row ? ok(aboutOf(row, deps.store.epoch)) : err(failure('E-ORG'));
		});

	return { putOrganisation, maintain, describe };
};
