/**
 * Why a store could not do its work: `full` = no room left, `io` = its disk, network or database
 * failed or stays busy, `closed` = it was closed.
 */
export type StorageFaultCode = 'full' | 'io' | 'closed';

/**
 * A failure of the store itself, thrown by any of its methods. Inside a transaction it ends that
 * transaction: nothing of it is kept, even when the work catches the fault and goes on.
 */
export class StorageFault extends Error {
	readonly code: StorageFaultCode;

	constructor(code: StorageFaultCode, message: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : { cause });
		this.name = 'StorageFault';
		this.code = code;
	}
}
