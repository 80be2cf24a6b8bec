import { err, failure } from '@navette/core';
import type { ServerApplication } from './application.ts';

/**
 * The application, for one organisation of the site: its operations and reports are refused in any other
 * (`E-ORG`).
 */
export const confine = (application: ServerApplication, home: string): ServerApplication => ({
	...application,
	operations: application.operations.map((operation) => ({
		...operation,
		handler: (context, input) =>
			context.org === home ? operation.handler(context, input) : err(failure('E-ORG')),
	})),
	reports: application.reports.map((report) => ({
		...report,
		handler: (source, input, account, org, about) =>
			org === home ? report.handler(source, input, account, org, about) : err(failure('E-ORG')),
	})),
});
