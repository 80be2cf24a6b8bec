import type { Catalogue, KeyText } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import { UNCOUNTED, weightOf } from './quotas/count.ts';

/** What the living documents of one type weigh. */
export interface TypeSize {
	readonly type: string;
	readonly documents: number;
	/** Bytes of their ids, data and descriptors of files, without indexes or at-rest envelopes. */
	readonly bytes: number;
}

/** What an organisation keeps, types without documents left out. */
export interface OrganisationSizes {
	readonly types: readonly TypeSize[];
	/** Whether counting stopped before the end: there is more. */
	readonly isPartial: boolean;
}

interface SizesDeps {
	readonly store: DocumentStore;
	readonly catalogue: Catalogue;
	readonly soon: (work: () => void) => void;
}

/** Documents read by one snapshot: no reader is held for long. */
const PAGE = 500;

const measureType = async (
	deps: SizesDeps,
	org: string,
	type: string,
	room: number,
): Promise<{ readonly size: TypeSize; readonly isPartial: boolean }> => {
	let size: TypeSize = { type, documents: 0, bytes: 0 };
	let after: KeyText | undefined;
	while (size.documents < room) {
		const page = after === undefined ? { limit: PAGE } : { after, limit: PAGE };
		const rows = await deps.store.snapshot(org, (reader) => reader.documentsOfType(type, page));
		size = {
			type,
			documents: size.documents + rows.length,
			bytes: rows.reduce((sum, row) => sum + weightOf(row), size.bytes),
		};
		after = rows.at(-1)?.id;
		if (rows.length < PAGE || after === undefined) return { size, isPartial: false };
		await new Promise<void>((resolve) => deps.soon(resolve));
	}
	return { size, isPartial: true };
};

/** Counts the living documents of an organisation; see `Engine.sizes`. */
export const measureOrganisation = async (
	deps: SizesDeps,
	org: string,
	limit: number,
): Promise<OrganisationSizes> => {
	const types: TypeSize[] = [];
	let left = limit;
	let isPartial = false;
	for (const type of deps.catalogue.documents.keys()) {
		if (UNCOUNTED.has(type)) continue;
		const measured = await measureType(deps, org, type, left);
		left -= measured.size.documents;
		isPartial ||= measured.isPartial;
		if (measured.size.documents > 0) types.push(measured.size);
	}
	return { types, isPartial };
};
