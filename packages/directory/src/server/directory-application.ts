import type { AccessPolicy } from '@navette/engine';
import type { ServerApplication } from '@navette/server';
import { DIRECTORY_THREADS, DIRECTORY_TYPES, directoryErrors } from '../model/index.ts';
import { aliasReplace } from './alias.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { loginOperations, loginReports } from './login.ts';
import { userOf } from './own-user.ts';
import { pinOperations } from './pin.ts';
import { pinExpire, pinTryOperations } from './pin-try.ts';
import { registerOperation } from './register.ts';
import { serviceOperations, serviceReports } from './service-records.ts';
import { sheetRead, sheetWrite } from './sheet.ts';
import { sponsorOperations, sponsorReports } from './sponsor.ts';
import { sponsorTasks } from './sponsor-tasks.ts';

const policy: AccessPolicy = {
	thread(_source, account, { type, key }) {
		const user = userOf(account);
		if (user === undefined) return undefined;
		if (type === 'SERVICES') return { OPERATOR: {}, SERVICE: {}, HOSTING: {} };
		return key.user === user ? { SHEET: {}, SPONSOR: {}, ANNOUNCEMENT: {} } : undefined;
	},
	dependsOn: [],
};

/** The user directory, as an application of the framework. */
export const directoryApplication = (deps: DirectoryDeps): ServerApplication => ({
	name: 'directory',
	documents: DIRECTORY_TYPES,
	threads: DIRECTORY_THREADS,
	policy,
	operations: [
		...sponsorOperations,
		registerOperation(deps),
		...loginOperations(deps),
		aliasReplace(deps),
		sheetWrite,
		...pinOperations(deps),
		...pinTryOperations(deps),
		...serviceOperations(deps),
	],
	reports: [...sponsorReports, ...loginReports(deps), sheetRead, ...serviceReports],
	tasks: [pinExpire(deps), ...sponsorTasks(deps)],
	errors: directoryErrors,
});
