/** A connected WebSocket, as the server sees it; the composition root wraps the real one. */
export interface SocketPort {
	/** Sends a binary frame. Sharing one array between sockets is fine: it is not changed. */
	send(bytes: Uint8Array): void;
	close(code: number, reason: string): void;
	/** Bytes accepted by `send` and not yet handed to the network. */
	buffered(): number;
	/** Reads no more of it until `resume`; what was already read may still come. */
	pause(): void;
	resume(): void;
}

/** What the composition root tells of a socket. */
export interface SocketEvents {
	/** A binary frame arrived. */
	message(bytes: Uint8Array): void;
	/** The other side is gone. */
	closed(): void;
}

/** Close codes (4000–4999 are the application's, RFC 6455 §7.4.2). */
export const CLOSE = {
	goingAway: 1001,
	tooLarge: 1009,
	badFrame: 4400,
	unauthorised: 4401,
	notInTime: 4408,
	tooSlow: 4409,
	tooFast: 4429,
	protocol: 4426,
} as const;
