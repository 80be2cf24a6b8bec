import type { Failure } from '@navette/core';
import { type AccessPolicy, FRAMEWORK_TYPES } from '@navette/engine';
import { type Catalogue, createCatalogue, type NewsRule } from '@navette/model';
import {
	type ErrorCatalogue,
	failureToWire,
	mergeCatalogues,
	type WireError,
} from '@navette/protocol';
import { accessApplication } from './access/access-application.ts';
import type { OperationDefinition, ReportDefinition, ServerApplication } from './application.ts';
import type { TaskDefinition } from './tasks/task-definition.ts';

/** The applications of a server, put together: one catalogue of each thing. */
export interface Service {
	readonly catalogue: Catalogue;
	readonly policy: AccessPolicy;
	readonly operations: ReadonlyMap<string, OperationDefinition>;
	readonly reports: ReadonlyMap<string, ReportDefinition>;
	readonly tasks: ReadonlyMap<string, TaskDefinition>;
	readonly errors: ErrorCatalogue;
	/** What is news, each thread by the rule of the application that declares it. */
	readonly news: NewsRule;
	/** Wire form of a failure. */
	toWire(failure: Failure): WireError;
	/** HTTP status of a failure. */
	statusOf(failure: Failure): number;
}

const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> => {
	const map = new Map(all.map((one) => [one.name, one]));
	if (map.size !== all.length) throw new Error('two operations, reports or tasks of one name');
	return map;
};

/** Each thread is decided by the application that declares its type. */
const mergePolicies = (applications: readonly ServerApplication[]): AccessPolicy => {
	const owner = new Map(
		applications.flatMap((one) => one.threads.map((thread) => [thread.name, one.policy] as const)),
	);
	return {
		thread: (source, account, thread) => owner.get(thread.type)?.thread(source, account, thread),
		dependsOn: [...new Set(applications.flatMap((one) => one.policy.dependsOn))],
	};
};

const mergeNewsRules = (applications: readonly ServerApplication[]): NewsRule => {
	const rules = new Map(
		applications.flatMap((one) => one.threads.map((thread) => [thread.name, one.news] as const)),
	);
	return (change) => {
		const rule = rules.get(change.thread);
		return rule ? rule(change) : 'news';
	};
};

/** Puts applications together with the framework's own. Contradictory declarations are defects. */
export const createService = (applications: readonly ServerApplication[]): Service => {
	const all = [accessApplication, ...applications];
	const catalogue = createCatalogue(
		[...FRAMEWORK_TYPES, ...all.flatMap((one) => one.documents)],
		all.flatMap((one) => one.threads),
	);
	if (!catalogue.ok) throw new Error(catalogue.error.join('\n'));
	const errors = mergeCatalogues(...all.map((one) => one.errors));
	return {
		catalogue: catalogue.value,
		policy: mergePolicies(all),
		operations: byName(all.flatMap((one) => one.operations)),
		reports: byName(all.flatMap((one) => one.reports)),
		tasks: byName(all.flatMap((one) => one.tasks ?? [])),
		errors,
		news: mergeNewsRules(all),
		toWire: (failure) => failureToWire(errors, failure),
		statusOf: (failure) => errors[failure.code]?.status ?? 500,
	};
};
