import { dayOf, type Failure } from '@navette/core';
import type { Account } from '@navette/model';
import type { StoreTransaction } from '@navette/storage';
import { refusalToStored } from './answers.ts';
import type { Operation } from './contract.ts';

/** A call that is being judged: not remembered until now, asked by whom. */
interface Judged {
	readonly fingerprint: Uint8Array;
	readonly account: Account;
	readonly now: number;
}

/** Follows a call while it is judged, so that a refusal that is the last word can be remembered. */
export interface Judging {
	/** Judged from the beginning: a transaction runs again when others were faster. */
	begin(): void;
	known(judged: Judged): void;
	/** Remembers the refusal, if nothing else is remembered of the call. */
	refused(transaction: StoreTransaction, refusal: Failure): Promise<void>;
}

export const createJudging = (operation: Pick<Operation<unknown>, 'org' | 'identity'>): Judging => {
	const { org, identity } = operation;
	let judged: Judged | undefined;
	return {
		begin() {
			judged = undefined;
		},
		known(now) {
			judged = now;
		},
		async refused(transaction, refusal) {
			if (!judged || !identity?.isLast?.(refusal, judged.account)) return;
			const stored = refusalToStored(judged.fingerprint, refusal);
			await transaction.in(org).putAnswer(identity.operation, dayOf(judged.now), stored);
		},
	};
};
