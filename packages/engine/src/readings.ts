import {
	type Clock,
	err,
	type Failure,
	failure,
	type Log,
	type Observer,
	ok,
	type Result,
} from '@navette/core';
import type { Account, Catalogue, Version } from '@navette/model';
import {
	type Awaitable,
	DamagedRow,
	type DocumentReader,
	type DocumentStore,
	type ThreadReference,
} from '@navette/storage';
import type { AccessPolicy, Grant, Wish } from './access.ts';
import type { Caller, Engine, Pulled } from './contract.ts';
import { reportDamage } from './damage.ts';
import type { DataMemory } from './data-memory.ts';
import { createSource, type DocumentSource } from './document-source.ts';
import type { EngineEvent } from './engine-event.ts';
import { aboutOf, type OrganisationAbout, readOrganisation } from './organisation.ts';
import { grantByPath, grantByReference } from './perimeter.ts';
import { readPage } from './pull.ts';

interface ReadingDeps {
	readonly store: DocumentStore;
	readonly catalogue: Catalogue;
	readonly policy: AccessPolicy;
	readonly clock: Clock;
	readonly log: Log;
	readonly observer: Observer<EngineEvent>;
	readonly memory: DataMemory;
}

interface Entered {
	readonly reader: DocumentReader;
	readonly source: DocumentSource;
	readonly account: Account;
	readonly about: OrganisationAbout;
}

const enter = async (
	deps: ReadingDeps,
	reader: DocumentReader,
	caller: Caller,
): Promise<Result<Entered, Failure>> => {
	const organisation = await readOrganisation(reader);
	if (!organisation.ok) return organisation;
	const now = deps.clock.now() + organisation.value.settings.clockOffset;
	const source = createSource(deps.catalogue, reader, now, deps.memory);
	const account = await caller(source);
	if (!account) return err(failure('E-TOKEN'));
	return ok({ reader, source, account, about: aboutOf(organisation.value.row, deps.store.epoch) });
};

const countDocuments = ({ threads }: Pulled): number =>
	threads.reduce(
		(sum, { outcome }) => sum + (outcome.ok ? outcome.value.page.documents.length : 0),
		0,
	);

/** Everything that reads on behalf of an account, each call from one snapshot. */
export const createReadings = (deps: ReadingDeps) => {
	/** A row that cannot be opened refuses what needs it, and is reported; nothing else is harmed. */
	const snapshot = async <T>(
		org: string,
		work: (reader: DocumentReader) => Awaitable<Result<T, Failure>>,
	): Promise<Result<T, Failure>> => {
		try {
			return await deps.store.snapshot(org, work);
		} catch (error) {
			if (error instanceof DamagedRow) return reportDamage(deps.log, error);
			throw error;
		}
	};

	const read: Engine['read'] = (org, caller, work) =>
		snapshot(org, async (reader) => {
			const entered = await enter(deps, reader, caller);
			if (!entered.ok) return entered;
			const { source, account, about } = entered.value;
			return work(source, account, about);
		});

	const pullAll: Engine['pull'] = (org, caller, threads, limit) =>
		snapshot(org, async (reader): Promise<Result<Pulled, Failure>> => {
			const entered = await enter(deps, reader, caller);
			if (!entered.ok) return entered;
			const { source, account, about } = entered.value;
			const pulled: Pulled['threads'][number][] = [];
			let left = limit;
			for (const wish of threads) {
				const { reference } = wish;
				const found = await grantByReference(deps, reader, source, account, reference, wish);
				if (!found.ok) {
					pulled.push({ reference, outcome: found });
					continue;
				}
				const { thread, grant } = found.value;
				if (wish.disagrees) deps.log.warn('device-disagrees', { org, version: wish.since });
				const page = await readPage(deps.catalogue, reader, thread, grant, wish, Math.max(1, left));
				left -= page.documents.length;
				pulled.push({ reference, outcome: ok({ path: thread.path, grant, page }) });
			}
			return ok({ epoch: about.epoch, now: source.now, threads: pulled });
		});

	const pull: Engine['pull'] = async (org, caller, threads, limit) => {
		const { observer } = deps;
		const begun = observer.time();
		const outcome = await pullAll(org, caller, threads, limit);
		observer.note({
			kind: 'pull',
			threads: threads.length,
			documents: outcome.ok ? countDocuments(outcome.value) : 0,
			milliseconds: observer.time() - begun,
			outcome: outcome.ok ? 'ok' : outcome.error.code,
		});
		return outcome;
	};

	/** What an account is given of each of these threads now; a refused path is absent. */
	const grants = (
		org: string,
		caller: Caller,
		wishes: readonly { readonly path: string; readonly wish: Wish }[],
	): ReturnType<Engine['grants']> =>
		snapshot(org, async (reader) => {
			const entered = await enter(deps, reader, caller);
			if (!entered.ok) return entered;
			const given = new Map<string, Grant>();
			for (const { path, wish } of wishes) {
				const grant = await grantByPath(
					deps,
					entered.value.source,
					entered.value.account,
					path,
					wish,
				);
				if (grant.ok) given.set(path, grant.value);
			}
			const { account, source } = entered.value;
			return ok({ account, now: source.now, threads: given });
		});

	/** Where threads stand, whoever may see them; one that is not there is left out. */
	const versions: Engine['versions'] = (org, references) =>
		snapshot(org, async (reader) => {
			const found = new Map<string, Version>();
			for (const reference of references) {
				const thread = await reader.threadByReference(reference as ThreadReference);
				if (thread) found.set(reference, thread.version);
			}
			return ok(found);
		});

	return { read, pull, grants, versions };
};
