import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { DocumentType } from '@navette/model';

/** What an organisation may keep and do; absent = as much as it likes. */
export interface Limits {
	/** Living documents. */
	readonly documents?: number;
	/** Bytes of their ids, data and descriptors of files. */
	readonly documentBytes?: number;
	/** Bytes of the contents of files, from the moment they are announced. */
	readonly fileBytes?: number;
	readonly operationsPerMinute?: number;
}

/** How much of something is kept, or comes or goes. */
export interface Amounts {
	readonly documents: number;
	readonly documentBytes: number;
	readonly fileBytes: number;
}

/** What is kept of the use of an organisation that has limits. */
export interface Usage extends Amounts {
	/** Whether all there is was counted once: before, only what comes and goes is. */
	readonly isCounted: boolean;
	/** Number of the last minute in which an operation ran, and how many did. */
	readonly minute: number;
	readonly operations: number;
}

/** One document; written under the lock of the thread of its name, so that nobody counts on what moved. */
export const USAGE_TYPE: DocumentType = {
	name: 'USAGE',
	key: ['id'],
	threads: [],
	traceless: true,
	sealing: 'clear',
	shape: 1,
};

export const NOTHING: Amounts = { documents: 0, documentBytes: 0, fileBytes: 0 };

export const NO_USAGE: Usage = { ...NOTHING, isCounted: false, minute: 0, operations: 0 };

const AMOUNTS = ['documents', 'documentBytes', 'fileBytes'] as const;

export const addAmounts = (a: Amounts, b: Amounts): Amounts => ({
	documents: a.documents + b.documents,
	documentBytes: a.documentBytes + b.documentBytes,
	fileBytes: a.fileBytes + b.fileBytes,
});

export const isNothing = (amounts: Amounts): boolean =>
	AMOUNTS.every((name) => amounts[name] === 0);

/**
 * The use of an organisation after something came or went; `E-QUOTA` when it grows over a limit. What
 * shrinks is never refused, whatever the limit has become.
 */
export const usageAfter = (
	limits: Limits,
	usage: Usage,
	change: Amounts,
): Result<Usage, Failure> => {
	const after = addAmounts(usage, change);
	for (const what of AMOUNTS) {
		const limit = limits[what];
		const isOver = limit !== undefined && change[what] > 0 && after[what] > limit;
		if (isOver && usage.isCounted)
			return err(failure('E-QUOTA', { what, limit, used: usage[what], wanted: change[what] }));
	}
	return ok({ ...usage, ...after });
};

const MINUTE = 60_000;

/** The use of an organisation after one more operation; `E-QUOTA-RATE` when it is one too many. */
export const usageAfterOperation = (
	limits: Limits,
	usage: Usage,
	now: number,
): Result<Usage, Failure> => {
	const minute = Math.floor(now / MINUTE);
	const operations = (usage.minute === minute ? usage.operations : 0) + 1;
	const limit = limits.operationsPerMinute;
	if (limit !== undefined && operations > limit) {
		const seconds = Math.ceil(((minute + 1) * MINUTE - now) / 1_000);
		return err(failure('E-QUOTA-RATE', { limit, seconds }));
	}
	return ok({ ...usage, minute, operations });
};
