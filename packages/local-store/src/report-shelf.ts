import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, type Log, type Result } from '@navette/core';
import type { LocalReport, LocalStoreFault } from './local-store.ts';
import type { RecordChange, RecordStore } from './record-store.ts';
import type { Sealer } from './sealer.ts';

/** Answers of reports kept on a device; beyond, the one written longest ago goes. */
const MAX_REPORTS = 200;

/** Reports on their shelves, one each, and a list of them to know the oldest. Called one at a time. */
export interface ReportShelves {
	read(name: string, input: unknown): Promise<LocalReport | undefined>;
	write(
		name: string,
		input: unknown,
		report: LocalReport | undefined,
	): Promise<Result<void, LocalStoreFault>>;
}

export const createReportShelves = ({
	records,
	sealer,
	log,
}: {
	readonly records: RecordStore;
	readonly sealer: Sealer;
	readonly log: Log;
}): ReportShelves => {
	const shelfOf = (name: string, input: unknown) =>
		sealer.shelfOf('report', `${name}\n${bytesToBase64Url(encodeCbor(input))}`);

	const readOne = async (shelf: string): Promise<unknown> => {
		const [record] = await records.read(shelf);
		if (!record) return undefined;
		const value = await sealer.open(shelf, record.position, record.bytes);
		if (value === undefined) {
			log.warn('local.damaged', { what: 'report' });
			await records.write([{ shelf, clear: true }]);
		}
		return value;
	};

	const put = async (shelf: string, value: unknown): Promise<RecordChange> => ({
		shelf,
		position: 0,
		bytes: await sealer.seal(shelf, 0, value),
	});

	return {
		async read(name, input) {
			return (await readOne(await shelfOf(name, input))) as LocalReport | undefined;
		},
		async write(name, input, report) {
			const shelf = await shelfOf(name, input);
			const listShelf = await sealer.shelfOf('reports', '');
			const known = ((await readOne(listShelf)) as readonly string[] | undefined) ?? [];
			const others = known.filter((other) => other !== shelf);
			const listed = report ? [...others, shelf] : others;
			const gone = listed.slice(0, Math.max(0, listed.length - MAX_REPORTS));
			return records.write([
				...gone.map((old) => ({ shelf: old, clear: true }) as const),
				report ? await put(shelf, report) : { shelf, clear: true },
				await put(listShelf, listed.slice(gone.length)),
			]);
		},
	};
};
