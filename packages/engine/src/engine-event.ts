/** What the engine tells its observer. Durations in milliseconds. */
export type EngineEvent =
	| {
			/** One transaction shared by several operations. */
			readonly kind: 'commit';
			readonly operations: number;
			/** Running the operations. */
			readonly work: number;
			/** From the last operation to the disk: the commit and its fsync. */
			readonly durable: number;
			/** Whether it is on the disk. */
			readonly saved: boolean;
	  }
	| {
			readonly kind: 'pull';
			readonly threads: number;
			readonly documents: number;
			readonly milliseconds: number;
			/** `ok`, or the code of a refusal. */
			readonly outcome: string;
	  };
