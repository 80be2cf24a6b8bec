import type { Result } from '@navette/core';

/** An HTTP answer, whatever its status. */
export interface TransportAnswer {
	readonly status: number;
	readonly body: Uint8Array;
}

/** What a socket tells, never before `connect` has returned. `closed` comes once, last, always. */
export interface SocketHandlers {
	opened(): void;
	received(bytes: Uint8Array): void;
	closed(): void;
}

/** An open socket. Sending on a closed one does nothing. */
export interface TransportSocket {
	send(bytes: Uint8Array): void;
	close(): void;
}

/** How bytes reach the server. Knows addresses, not who asks nor what the bytes mean. */
export interface Transport {
	/**
	 * POST of bytes to `path` (`/api/…`), CBOR unless a header says otherwise, answered in CBOR;
	 * `offline` when no answer came.
	 */
	request(
		path: string,
		body: Uint8Array,
		headers: Readonly<Record<string, string>>,
	): Promise<Result<TransportAnswer, 'offline'>>;
	/** Opens a binary socket. */
	connect(path: string, handlers: SocketHandlers): TransportSocket;
}
