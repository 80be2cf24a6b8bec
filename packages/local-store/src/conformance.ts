/**
 * What every provider of records passes, with the real store above it. A provider's test file calls
 * `checkLocalStore(name, harness)`; a provider that cannot start makes it fail.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDrafts } from './conformance/draft-checks.ts';
import { checkRecords } from './conformance/record-checks.ts';
import { checkSealing } from './conformance/sealing-checks.ts';
import { checkStore } from './conformance/store-checks.ts';
import type { RecordStore } from './record-store.ts';

/** One fresh place for records. */
export interface RecordPlace {
	/** Opens it; what an earlier opening wrote is there. The suite closes before it opens again. */
	open(): Promise<RecordStore>;
	/** Removes it. */
	remove(): Promise<void>;
}

/** One guarantee and how it is seen. */
export interface Check {
	readonly what: string;
	run(place: RecordPlace): Promise<void>;
}

/** Runs the suite against places that `create` makes. */
export const checkLocalStore = (provider: string, create: () => Promise<RecordPlace>): void => {
	const checks = [...checkRecords, ...checkStore, ...checkDrafts, ...checkSealing];
	for (const check of checks)
		test(`${provider}: ${check.what}`, async () => {
			const place = await create();
			try {
				await check.run(place);
			} finally {
				await place.remove();
			}
		});
	test(`${provider}: the suite is whole`, () => assert.ok(checks.length >= 20));
};
