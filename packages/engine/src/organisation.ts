import { decodeCbor, encodeCbor } from '@navette/codec';
import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { DocumentReader, OrganisationRow, OrganisationStatus } from '@navette/storage';

/** What an organisation says of itself. */
export interface OrganisationSettings {
	/** Name shown to people. */
	readonly label: string;
	/** Milliseconds added to the clock of the machine: 0, but for demonstrations. */
	readonly clockOffset: number;
}

/** Bytes of the settings kept in the store. */
export const settingsToStored = (settings: OrganisationSettings): Uint8Array =>
	encodeCbor(settings);

/** Settings from the store, where the engine alone writes. */
const storedToSettings = (stored: Uint8Array): OrganisationSettings => {
	const decoded = decodeCbor(stored);
	if (!decoded.ok) throw new Error(`settings of an organisation are ${decoded.error}`);
	return decoded.value as OrganisationSettings;
};

/** What an organisation is, for those who run or administer it. */
export interface OrganisationAbout extends OrganisationSettings {
	readonly org: string;
	readonly status: OrganisationStatus;
}

/** What the row of an organisation says. */
export const aboutOf = (row: OrganisationRow): OrganisationAbout => ({
	...storedToSettings(row.settings),
	org: row.org,
	status: row.status,
});

/** An organisation that may be read. */
export interface OpenOrganisation {
	readonly row: OrganisationRow;
	readonly settings: OrganisationSettings;
}

/** The organisation of a reader, or why it cannot be read (`E-ORG`, `E-CLOSED`). */
export const readOrganisation = async (
	reader: DocumentReader,
): Promise<Result<OpenOrganisation, Failure>> => {
	const row = await reader.organisation();
	if (!row) return err(failure('E-ORG'));
	if (row.status === 'closed') return err(failure('E-CLOSED'));
	return ok({ row, settings: storedToSettings(row.settings) });
};
