import { err, type Failure, ok, type Result, silentLog } from '@navette/core';
import { type Caller, createEngine, type Engine } from '@navette/engine';
import type { Right } from '@navette/model';
import { createService } from '@navette/server';
import {
	createMemoryBlobStore,
	createMemoryDocumentStore,
	createMemoryNoticeBus,
} from '@navette/storage';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import * as v from 'valibot';
import type { DocumentData, DocumentName } from '../../model/index.ts';
import { circuitApplication } from '../application.ts';
import { saveGroupDirectories, saveGroupementDirectories } from '../save-directories.ts';
import { type Difference, selfCheck, selfCheckDirectories } from '../self-check.ts';
import { at, LIVR, type SeedDocument, scenarioDocuments } from './scenario.ts';

export const ORG = 'north';

/** Somebody who holds rights named by their texts: `CO/dupleix.3`. */
export const person =
	(id: string, ...texts: readonly string[]): Caller =>
	() => ({ id, rights: texts.map(rightOf) });

const rightOf = (text: string): Right => {
	const [usage = '', subject = ''] = text.split('/');
	return { usage, subject, power: 1 };
};

/** Writes documents as they are, with the directories derived from the sheets. */
export const writeSeed = async (engine: Engine, org: string, documents: readonly SeedDocument[]) =>
	engine.run({
		org,
		caller: () => ({ id: 'seed', rights: [] }),
		async work(context) {
			for (const { type, key, data } of documents) await context.write(type, key, data);
			for (const { key } of await context.list('FGC'))
				await saveGroupDirectories(context, key.gc ?? '');
			for (const { key } of await context.list('FGP'))
				await saveGroupementDirectories(context, key.gp ?? '');
			return ok(null);
		},
	});

/** An engine over memory with the scenario's documents, on 5 June at 10:00. */
export const createWorld = async () => {
	const world = await createEmptyWorld(at(5, 10));
	await writeSeed(world.engine, ORG, scenarioDocuments());
	return world;
};

/** An engine over memory with an empty organisation, and Circuit's operations over it. */
export const createEmptyWorld = async (now: number) => {
	const clock = createTestClock(now);
	const service = createService([circuitApplication]);
	const engine = createEngine({
		store: createMemoryDocumentStore({ random: createSeededRandom(1) }),
		blobs: createMemoryBlobStore({ segmentBytes: 1_000 }),
		bus: createMemoryNoticeBus(),
		catalogue: service.catalogue,
		policy: service.policy,
		clock,
		random: createSeededRandom(2),
		log: silentLog,
		soon: setImmediate,
	});
	await engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	const internal: Caller = () => ({ id: 'test', rights: [] });

	const call = async <T = unknown>(
		caller: Caller,
		name: string,
		input: object,
	): Promise<Result<T, Failure>> => {
		const operation = service.operations.get(name);
		if (!operation) throw new Error(`no operation ${name}`);
		const outcome = await engine.run({
			org: ORG,
			caller,
			work: (context) => {
				const checked = v.parse(operation.input, input);
				const refused = operation.who(context.account, checked);
				return refused ? err(refused) : operation.handler(context, checked);
			},
		});
		return outcome.ok ? ok(outcome.value.result as T) : outcome;
	};
	const report = async <T = unknown>(
		caller: Caller,
		name: string,
		input: object,
	): Promise<Result<T, Failure>> => {
		const definition = service.reports.get(name);
		if (!definition) throw new Error(`no report ${name}`);
		return engine.read(ORG, caller, async (source, account, about) => {
			const checked = v.parse(definition.input, input);
			const refused = definition.who(account, checked);
			if (refused) return err(refused);
			return (await definition.handler(source, checked, account, ORG, about)) as Result<T, Failure>;
		});
	};
	const read = async <N extends DocumentName>(
		type: N,
		key: Record<string, string>,
	): Promise<DocumentData[N] | undefined> => {
		const found = await engine.read(ORG, internal, async (source) =>
			ok(await source.read<DocumentData[N]>(type, key)),
		);
		return found.ok ? found.value : undefined;
	};
	const put = (type: DocumentName, key: Record<string, string>, data: unknown) =>
		writeSeed(engine, ORG, [{ type, key, data }]);
	/** Everything derived that is not what a rebuild gives. */
	const drift = async (livr = LIVR): Promise<readonly Difference[]> => {
		const found = await engine.read(ORG, internal, async (source) =>
			ok(await selfCheck(source, 'bocage', livr)),
		);
		if (!found.ok) throw new Error(found.error.code);
		return found.value;
	};
	const driftOfDirectories = async (): Promise<readonly Difference[]> => {
		const found = await engine.read(ORG, internal, async (source) =>
			ok(await selfCheckDirectories(source)),
		);
		if (!found.ok) throw new Error(found.error.code);
		return found.value;
	};
	return { engine, service, clock, call, report, read, put, drift, driftOfDirectories };
};

export type World = Awaited<ReturnType<typeof createWorld>>;

export const ADELE = person('Adele', 'CO/dupleix.2');
export const BRUNO = person('Bruno', 'CO/dupleix.3');
export const ANIMATOR = person('Zoe', 'GC/dupleix');
export const BOCAGE = person('Yann', 'GP/bocage');

/** Input of an operation on a consumer's order of the scenario's delivery. */
export const orderOf = (co: string, right = `CO/dupleix.${co}`) => ({
	right,
	gc: 'dupleix',
	co,
	gp: 'bocage',
	livr: LIVR,
});

/** The code of a refusal; `ok` when it was accepted. */
export const codeOf = (outcome: Result<unknown, Failure>): string =>
	outcome.ok ? 'ok' : outcome.error.code;
