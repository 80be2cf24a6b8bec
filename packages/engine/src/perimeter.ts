import { err, type Failure, failure, ok, type Result } from '@navette/core';
import { type Account, type Catalogue, type Key, textToKey } from '@navette/model';
import type { DocumentReader, StoredThread, ThreadReference } from '@navette/storage';
import { type AccessPolicy, type Grant, grantOf, type Wish } from './access.ts';
import type { DocumentSource } from './document-source.ts';

/** The parts of a thread's path, or `undefined` when it names no declared thread. */
const parsePath = (
	catalogue: Catalogue,
	path: string,
): { readonly type: string; readonly key: Key } | undefined => {
	const slash = path.indexOf('/');
	const type = catalogue.threads.get(path.slice(0, slash));
	const key = type && slash > 0 ? textToKey(type.key, path.slice(slash + 1)) : undefined;
	return type && key ? { type: type.name, key } : undefined;
};

const UNKNOWN: Result<never, Failure> = err(failure('E-THREAD'));

/** What an account is given of a thread named by its path; unknown and forbidden look the same. */
export const grantByPath = async (
	deps: { readonly catalogue: Catalogue; readonly policy: AccessPolicy },
	source: DocumentSource,
	account: Account,
	path: string,
	wish: Wish,
): Promise<Result<Grant, Failure>> => {
	const thread = parsePath(deps.catalogue, path);
	const access = thread && (await deps.policy.thread(source, account, thread));
	return access ? ok(grantOf(access, wish)) : UNKNOWN;
};

/** The thread a reference names, with what the account is given of it. */
export const grantByReference = async (
	deps: { readonly catalogue: Catalogue; readonly policy: AccessPolicy },
	reader: DocumentReader,
	source: DocumentSource,
	account: Account,
	reference: string,
	wish: Wish,
): Promise<Result<{ readonly thread: StoredThread; readonly grant: Grant }, Failure>> => {
	const thread = await reader.threadByReference(reference as ThreadReference);
	if (!thread) return UNKNOWN;
	const grant = await grantByPath(deps, source, account, thread.path, wish);
	return grant.ok ? ok({ thread, grant: grant.value }) : grant;
};
