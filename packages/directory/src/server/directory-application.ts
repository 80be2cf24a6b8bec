import type { AccessPolicy } from '@navette/engine';
import type { ServerApplication } from '@navette/server';
import { DIRECTORY_TYPES, directoryErrors, USER_THREAD } from '../model/index.ts';
import { aliasReplace } from './alias.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { loginOperations, loginReports } from './login.ts';
import { userOf } from './own-user.ts';
import { pinOperations } from './pin.ts';
import { pinExpire, pinTryOperations } from './pin-try.ts';
import { registerOperation } from './register.ts';
import { sheetRead, sheetWrite } from './sheet.ts';
import { sponsorOperations, sponsorReports } from './sponsor.ts';

const policy: AccessPolicy = {
	thread: (_source, account, { type, key }) =>
		type === 'USER' && key.user === userOf(account)
			? { SHEET: {}, SPONSOR: {}, ANNOUNCEMENT: {} }
			: undefined,
	dependsOn: [],
};

/** The user directory, as an application of the framework. */
export const directoryApplication = (deps: DirectoryDeps): ServerApplication => ({
	name: 'directory',
	documents: DIRECTORY_TYPES,
	threads: [USER_THREAD],
	policy,
	operations: [
		...sponsorOperations,
		registerOperation(deps),
		...loginOperations(deps),
		aliasReplace(deps),
		sheetWrite,
		...pinOperations(deps),
		...pinTryOperations(deps),
	],
	reports: [...sponsorReports, ...loginReports(deps), sheetRead],
	tasks: [pinExpire(deps)],
	errors: directoryErrors,
});
