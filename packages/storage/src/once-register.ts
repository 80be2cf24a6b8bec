/**
 * What the processes of a site heard, so that each name passes one of them, once. It is asked before
 * anything is done with what was heard: a process that dies after costs whoever asked one more asking.
 */
export interface OnceRegister {
	/**
	 * Whether nobody asked yet for this name (at most 100 characters, no U+0000) with this instant (ms
	 * since 1970). Of many who ask at once, in any process, one hears `true`. Remembered for ten minutes
	 * after the instant at least. Rejects with a `StorageFault` when it cannot be told.
	 */
	isFirst(name: string, time: number): Promise<boolean>;
	/** Lets go of it; asking afterwards rejects. */
	close(): Promise<void>;
}
