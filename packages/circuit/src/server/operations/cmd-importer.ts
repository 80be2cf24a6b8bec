import { type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineOperation } from '@navette/server';
import type { ImportedQuantity } from '../../model/index.ts';
import { refuseFaults } from '../import-cells.ts';
import type { OrderKey } from '../order-facts.ts';
import { orderFileEntries, orderFileExample, readOrderFile } from '../order-import.ts';
import { type OpenOrder, orderLines, writeOrder } from '../order-writing.ts';
import { admittedRight, whoAmong } from '../rights.ts';

const inUnits = (open: OpenOrder, { prod, amount }: ImportedQuantity) =>
	open.catalogue.lignes[prod]?.perm.mode === 'P' ? { prod, g: amount } : { prod, q2: amount };

const writeAll = async (
	context: OperationContext,
	input: Omit<OrderKey, 'co'> & { readonly right: string },
	quantities: readonly ImportedQuantity[],
): Promise<Result<void, Failure>> => {
	for (const co of new Set(quantities.map((one) => one.co))) {
		const own = quantities.filter((one) => one.co === co);
		const saved = await writeOrder(context, { ...input, co }, 'BCC.cmd', (open) =>
			orderLines(
				open,
				own.map((one) => inUnits(open, one)),
				context.now,
			),
		);
		if (!saved.ok) return saved;
	}
	return ok(undefined);
};

/** Orders of consumers without internet, typed by somebody else in a file. */
export const cmdImporter = defineOperation({
	name: 'CmdImporter',
	about: 'Takes a file of quantities into the orders of a group; one wrong line refuses all.',
	input: orderFileEntries,
	example: orderFileExample,
	who: whoAmong('GC'),
	async handler(context, { lignes, ...input }) {
		const used = admittedRight(context.account, input.right);
		const read = await readOrderFile(context, used, input, lignes);
		if (!read.ok) return read;
		const refused = refuseFaults(read.value.lignes);
		if (refused) return refused;
		const written = await writeAll(context, input, read.value.quantities);
		return written.ok ? ok({ lignes: read.value.lignes }) : written;
	},
});
