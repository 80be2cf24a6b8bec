import {
	type Clock,
	err,
	type Failure,
	failure,
	type Log,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import type { Catalogue } from '@navette/model';
import { type BlobStore, DamagedRow, type DocumentStore, StorageFault } from '@navette/storage';
import type { AccessPolicy } from '../access.ts';
import type { Caller, Engine } from '../contract.ts';
import { reportDamage } from '../damage.ts';
import type { Entered } from '../run.ts';
import { BrokenContent, WrongContent } from './digest.ts';
import type { Purger } from './purger.ts';

/** What everything about contents is given. */
export interface FileDeps {
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
	readonly catalogue: Catalogue;
	readonly policy: AccessPolicy;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	readonly purger: Purger;
	readonly read: Engine['read'];
	readonly within: <Output>(
		org: string,
		caller: Caller,
		work: (entered: Entered) => Promise<Result<Output, Failure>>,
	) => Promise<Result<Output, Failure>>;
}

/** Runs work on the store of contents; what it throws of its own, or of a sender, is a failure. */
export const atStore = async <T>(log: Log, work: () => Promise<T>): Promise<Result<T, Failure>> => {
	try {
		return ok(await work());
	} catch (error) {
		if (error instanceof WrongContent) return err(failure('E-DIGEST'));
		if (error instanceof BrokenContent) return err(failure('E-SLOW'));
		if (error instanceof DamagedRow) return reportDamage(log, error);
		if (!(error instanceof StorageFault)) throw error;
		log.error('contents-failed', { error: error.message });
		return err(failure('E-STORE'));
	}
};
