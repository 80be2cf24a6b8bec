import { err, ok, type Result } from '@navette/core';
import * as v from 'valibot';
import { OPERATOR, type OpenedSite } from './with-site.ts';

/** Runs an operation of the site as the operator, its input checked by its own schema. */
export const runAsOperator = async (
	site: OpenedSite,
	org: string,
	name: string,
	given: unknown,
): Promise<Result<void, string>> => {
	const operation = site.service.operations.get(name);
	if (!operation) throw new Error(`no operation ${name}`);
	const input = v.safeParse(operation.input, given);
	if (!input.success) {
		const [issue] = input.issues;
		return err(`${v.getDotPath(issue) ?? 'What was given'} is not right: ${issue.message}.`);
	}
	const done = await site.engine.run({
		org,
		caller: OPERATOR,
		work: (context) => operation.handler(context, input.output),
	});
	return done.ok ? ok(undefined) : err(site.sentence(done.error));
};
