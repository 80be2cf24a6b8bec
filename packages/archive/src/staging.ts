import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToHex, err, ok, type Random, type Result } from '@navette/core';
import { settingsToStored, storedToSettings } from '@navette/engine';
import type { DocumentStore, DocumentWriter, OrganisationRow } from '@navette/storage';
import type { ArchiveFault } from './archive-fault.ts';

/** How far an import is, kept in the row of the organisation, which nobody sees meanwhile. */
interface Stage {
	readonly label: string;
	readonly clockOffset: 0;
	/** Id of the archive. */
	readonly archive: string;
	/** Number of the first chunk that is not imported. */
	readonly next: number;
}

const stageToRow = (org: string, archive: string, next: number): OrganisationRow => {
	const stage: Stage = { label: '', clockOffset: 0, archive, next };
	return { org, status: 'importing', settings: encodeCbor(stage) };
};

const rowToStage = (row: OrganisationRow): Stage => {
	const decoded = decodeCbor(row.settings);
	if (!decoded.ok) throw new Error('an import that cannot be read');
	return decoded.value as Stage;
};

/** Notes in the transaction that does it how far the import is. */
export const noteStage = async (
	writer: DocumentWriter,
	org: string,
	archive: string,
	next: number,
): Promise<void> => {
	await writer.putOrganisation(stageToRow(org, archive, next));
};

/** Begins an import under a code that is free, or goes on with it; answers the chunk to begin with. */
export const openStage = (
	store: DocumentStore,
	org: string,
	archive: string,
): Promise<Result<number, ArchiveFault>> =>
	store.transaction(async (transaction): Promise<Result<number, ArchiveFault>> => {
		const writer = transaction.in(org);
		const row = await writer.organisation();
		if (!row) {
			const [left] = await writer.threads({ limit: 1 });
			if (left) return err({ code: 'taken' });
			await noteStage(writer, org, archive, 0);
			return ok(0);
		}
		if (row.status !== 'importing') return err({ code: 'taken' });
		const stage = rowToStage(row);
		return stage.archive === archive
			? ok(stage.next)
			: err({ code: 'other-import', archive: stage.archive });
	});

/** The switch: from now on the organisation is there, with a history of its own. */
export const closeStage = (
	store: DocumentStore,
	org: string,
	status: 'open' | 'frozen' | 'closed',
	settings: Uint8Array,
	random: Random,
): Promise<void> =>
	store.transaction(async (transaction) => {
		const history = bytesToHex(random.bytes(16));
		const kept = settingsToStored({ ...storedToSettings(settings), history });
		await transaction.in(org).putOrganisation({ org, status, settings: kept });
	});
