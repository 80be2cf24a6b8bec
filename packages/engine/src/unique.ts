import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { DocumentReader } from '@navette/storage';
import type { PendingWrite } from './operation-context.ts';

/** Refuses a write that would give two living documents one value of a unique property. */
export const checkUnique = async (
	reader: DocumentReader,
	writes: readonly PendingWrite[],
): Promise<Result<void, Failure>> => {
	for (const write of writes) {
		if (write.data === undefined) continue;
		for (const [property, declared] of Object.entries(write.type.properties ?? {})) {
			const value = declared.unique ? declared.of(write.key, write.data) : undefined;
			if (value === undefined) continue;
			const holders = await reader.documentsByProperty(write.type.name, property, {
				min: value,
				max: value,
				limit: writes.length + 1,
			});
			const stays = holders.some((row) => {
				const own = writes.find((w) => w.type === write.type && w.id === row.id);
				return own === undefined;
			});
			const twin = writes.some(
				(w) =>
					w !== write &&
					w.type === write.type &&
					w.data !== undefined &&
					declared.of(w.key, w.data) === value,
			);
			if (stays || twin) return err(failure('E-UNIQUE', { property }));
		}
	}
	return ok(undefined);
};
