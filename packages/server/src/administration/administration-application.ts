import { type Clock, failure, type Log, ok } from '@navette/core';
import { isThere, type OrganisationSizes } from '@navette/engine';
import type { Account } from '@navette/model';
import * as v from 'valibot';
import { isAdministrator } from '../access/administrators.ts';
import { defineReport, type ServerApplication } from '../application.ts';
import type { Board } from './board.ts';
import type { ActivityReport, SizesReport } from './figures.ts';
import { createSizesKeeper } from './sizes-keeper.ts';
import { upkeepOperations, upkeepReport } from './upkeep.ts';

/** What the reports of administrators are made from. */
export interface AdministrationDeps {
	readonly board: Board;
	readonly measure: (org: string) => Promise<OrganisationSizes>;
	readonly clock: Clock;
	readonly log: Log;
}

const administrators = (account: Account) =>
	isAdministrator(account) ? undefined : failure('E-RIGHT');

/** Reports on an organisation, for its administrators. It holds no document. */
export const createAdministration = (deps: AdministrationDeps): ServerApplication => {
	const keeper = createSizesKeeper(deps);
	const activity = defineReport({
		name: 'admin.activity',
		about:
			'The organisation, its open sockets, and its last hour: operations, refusals, threads that moved.',
		input: v.strictObject({}),
		example: {},
		who: administrators,
		handler(_source, _input, _account, org, about) {
			const { label, status, clockOffset } = about;
			const figures = deps.board.figures(org, clockOffset);
			if (!isThere(status)) throw new Error('an organisation that nobody enters yet');
			const report: ActivityReport = { ...figures, label, status };
			return ok(report);
		},
	});
	const sizes = defineReport({
		name: 'admin.sizes',
		about: 'Documents and bytes by type, counted at most once a minute.',
		input: v.strictObject({}),
		example: {},
		who: administrators,
		handler(_source, _input, _account, org, about) {
			const last = keeper.of(org);
			const report: SizesReport = {
				counted: last ? last.at + about.clockOffset : 0,
				types: last?.sizes.types ?? [],
				isPartial: last?.sizes.isPartial ?? false,
			};
			return ok(report);
		},
	});
	return {
		name: 'administration',
		documents: [],
		threads: [],
		policy: { thread: () => undefined, dependsOn: [] },
		operations: upkeepOperations,
		reports: [activity, sizes, upkeepReport],
		errors: {},
	};
};
