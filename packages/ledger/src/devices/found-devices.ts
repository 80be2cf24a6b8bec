import type { OwnIdentity } from '../identity.ts';
import { type Founded, foundLedger } from '../ledger.ts';
import { deviceRules } from './device-rules.ts';

/** The first entry of the ledger of an account. `at` in ms since 1970. */
export const foundDevices = (account: OwnIdentity, at: number): Promise<Founded> =>
	foundLedger(deviceRules, account, {}, at);
