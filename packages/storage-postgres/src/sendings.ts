import { StorageFault } from '@navette/storage';
import type { AccessGuard } from '@navette/storage/provider';

/** A defect that was found after the work had gone on: what to blame is not known any more. */
export class LateDefect extends StorageFault {
	constructor(cause: unknown) {
		super('io', 'a write failed', cause);
	}
}

/**
 * Writes that are under way: nobody waits for the answer of each, which would cost a round trip; all
 * are answered before a commit. A transaction where one turns out to be a defect is undone and runs
 * again *carefully*: then each part of it is waited for, and the one at fault is undone alone.
 */
export interface Sendings {
	/** Takes charge of a write that was sent. */
	send(write: Promise<unknown>): void;
	/** The same for what begins or undoes something, and writes nothing. */
	control(command: Promise<unknown>): void;
	/** Whether a write was ever sent. */
	hasWritten(): boolean;
	/** Waits for all; throws the first error. */
	settle(): Promise<void>;
}

export const createSendings = (guard: AccessGuard, isCareful: boolean): Sendings => {
	let pending: Promise<void>[] = [];
	let defect: { readonly error: unknown } | undefined;
	const fail = (error: unknown): void => {
		if (error instanceof StorageFault) guard.break(error);
		else if (isCareful) defect ??= { error };
		else guard.break(new LateDefect(error));
	};
	let hasWritten = false;
	const control = (command: Promise<unknown>): void => {
		pending.push(
			command.then(
				() => undefined,
				(error: unknown) => fail(error),
			),
		);
	};
	return {
		control,
		send(write) {
			hasWritten = true;
			control(write);
		},
		hasWritten: () => hasWritten,
		async settle() {
			const all = pending;
			pending = [];
			await Promise.all(all);
			const found = defect;
			defect = undefined;
			if (found) throw found.error;
			guard.check();
		},
	};
};
