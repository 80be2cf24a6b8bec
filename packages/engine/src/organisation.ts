import { decodeCbor, encodeCbor } from '@navette/codec';
import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { DocumentReader, OrganisationRow, OrganisationStatus } from '@navette/storage';
import type { Limits } from './quotas/usage.ts';

/** What an organisation says of itself. */
export interface OrganisationSettings {
	/** Name shown to people. */
	readonly label: string;
	/** Milliseconds added to the clock of the machine: 0, but for demonstrations. */
	readonly clockOffset: number;
	/** How far its administrators moved its clock, ms; absent = it cannot be moved. */
	readonly clockMoved?: number;
}

/** What is kept of an organisation. */
export interface StoredSettings extends OrganisationSettings {
	/** Random id of its history in this store, when it was imported into it (hex, 128 bits). */
	readonly history?: string;
	/** What it may use; absent = as much as it likes, and nothing is counted. */
	readonly limits?: Limits;
}

/** Bytes of the settings kept in the store. */
export const settingsToStored = (settings: StoredSettings): Uint8Array => encodeCbor(settings);

/** Settings from the store, where the engine alone writes. */
export const storedToSettings = (stored: Uint8Array): StoredSettings => {
	const decoded = decodeCbor(stored);
	if (!decoded.ok) throw new Error(`settings of an organisation are ${decoded.error}`);
	return decoded.value as StoredSettings;
};

/** Settings whose clock went forward by some ms, where it can be moved. */
export const clockMovedBy = (settings: StoredSettings, by: number): StoredSettings =>
	settings.clockMoved === undefined
		? settings
		: {
				...settings,
				clockOffset: settings.clockOffset + by,
				clockMoved: settings.clockMoved + by,
			};

/** What an organisation is, for those who run or administer it. */
export interface OrganisationAbout extends OrganisationSettings {
	readonly org: string;
	readonly status: OrganisationStatus;
	/** What it may use, if that is limited. */
	readonly limits?: Limits;
	/** Its history: devices that knew another one compare everything. */
	readonly epoch: string;
}

/** What the row of an organisation says, in a store of this epoch. */
export const aboutOf = (row: OrganisationRow, storeEpoch: string): OrganisationAbout => {
	const { history, ...settings } = storedToSettings(row.settings);
	const epoch = history === undefined ? storeEpoch : `${storeEpoch}-${history}`;
	return { ...settings, org: row.org, status: row.status, epoch };
};

/** An organisation that may be read. */
export interface OpenOrganisation {
	readonly row: OrganisationRow;
	readonly settings: StoredSettings;
}

/** Whether an organisation is there for others than the operator. */
export const isThere = (status: OrganisationStatus): status is 'open' | 'frozen' | 'closed' =>
	status !== 'importing' && status !== 'deleting';

/** The organisation of a reader, or why it cannot be read (`E-ORG`, `E-CLOSED`). */
export const readOrganisation = async (
	reader: DocumentReader,
): Promise<Result<OpenOrganisation, Failure>> => {
	const row = await reader.organisation();
	if (!row || !isThere(row.status)) return err(failure('E-ORG'));
	if (row.status === 'closed') return err(failure('E-CLOSED'));
	return ok({ row, settings: storedToSettings(row.settings) });
};
