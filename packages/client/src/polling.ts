/** Failed sockets in a row after which HTTP alone is tried: some networks let no socket through. */
const FAILURES = 2;

/** Reading by HTTP, at each failed attempt of the socket, for as long as it answers. */
export interface Polling {
	/** Questions may be asked by HTTP, to see. */
	isTrying(): boolean;
	/** The server answers by HTTP. */
	isOn(): boolean;
	/** The socket failed so many times in a row. */
	socketFailed(failures: number): void;
	/** An HTTP question was answered, or not. */
	heard(reached: boolean): void;
	stop(): void;
}

/** `turn` asks everything once. */
export const createPolling = (deps: {
	readonly turn: () => void;
	readonly changed: () => void;
}): Polling => {
	let trying = false;
	let on = false;
	return {
		isTrying: () => trying,
		isOn: () => on,
		socketFailed(failures) {
			if (failures < FAILURES) return;
			trying = true;
			deps.turn();
		},
		heard(reached) {
			if (!trying) return;
			trying = reached;
			on = reached;
			deps.changed();
		},
		stop() {
			trying = false;
			on = false;
		},
	};
};
