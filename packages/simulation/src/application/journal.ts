import type { Account } from '@navette/model';

/** A write that a handler asked for. */
export interface AskedWrite {
	readonly type: string;
	readonly id: string;
	/** `undefined` = delete. */
	readonly data: unknown;
}

/** One run of an operation, as its handler knows it: the transaction may still be undone. */
export interface Ran {
	readonly org: string;
	readonly account: Account;
	readonly mark: string;
	readonly name: string;
	readonly writes: readonly AskedWrite[];
}

/** Told of every run of an operation of the simulated application. */
export interface Journal {
	ran(run: Ran): void;
}
