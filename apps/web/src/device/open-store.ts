import { silentLog, systemRandom } from '@navette/core';
import { createMemoryLocalStore, type LocalStore } from '@navette/local-store';

/** Opens a sealed store of this device. */
export const openStore = (_name: string): Promise<LocalStore> =>
	createMemoryLocalStore({ random: systemRandom, log: silentLog });
