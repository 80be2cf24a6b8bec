import { addDays, type Clock, dayOf, err, failure, ok, type Random } from '@navette/core';
import type { Catalogue } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import type { EngineConfig } from './config.ts';
import type { Engine, Maintenance } from './contract.ts';
import type { Purger } from './files/purger.ts';
import { aboutOf, isThere, settingsToStored, storedToSettings } from './organisation.ts';
import { purgeOldTombstones } from './purge-tombstones.ts';

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
			/* an id of history and limits stay what they are */
			const before = row ? storedToSettings(row.settings) : {};
			const kept = { ...before, ...settings };
			await writer.putOrganisation({ org, status, settings: settingsToStored(kept) });
			return ok(undefined);
		});
	};

	const forgetAnswers: Maintenance['answers'] = async (org) => {
		const before = addDays(dayOf(deps.clock.now()), -deps.config.answerDays);
		for (let answers = 0; ; ) {
			const removed = await deps.store.transaction((transaction) =>
				transaction.in(org).purgeAnswers(before, deps.config.purgeRows),
			);
			answers += removed;
			if (removed < deps.config.purgeRows) return answers;
		}
	};

	const maintenance: Maintenance = {
		tombstones: (org) => purgeOldTombstones(deps, org),
		answers: forgetAnswers,
		contents: async (org) => (await deps.purger?.sweep(org, deps.clock.now() - DAY_MS)) ?? 0,
	};

	const maintain: Engine['maintain'] = async (org) => {
		const tombstones = await maintenance.tombstones(org);
		const answers = await maintenance.answers(org);
		return ok({ tombstones, answers, contents: await maintenance.contents(org) });
	};

	const describe: Engine['describe'] = (org) =>
		deps.store.snapshot(org, async (reader) => {
			const row = await reader.organisation();
			return row ? ok(aboutOf(row, deps.store.epoch)) : err(failure('E-ORG'));
		});

	return { putOrganisation, maintain, maintenance, describe };
};
