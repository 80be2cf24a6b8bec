/** Bounds of the protocol. A request over one of them is refused before it is looked at further. */
export const LIMITS = {
	/** Bytes of an HTTP body or of a socket frame. */
	bodyBytes: 1_048_576,
	/** Calls in a frame. */
	callsPerFrame: 500,
	/** Threads in one pull, subscription or opening. */
	threadsPerRequest: 200,
	/** Documents in one pulled page; a page may exceed it to end at a version boundary. */
	documentsPerPage: 5_000,
	/** Documents in a page when the request does not say. */
	defaultPage: 1_000,
	/** Bytes of documents carried by one notice; above, the reader pulls. */
	inlineBytes: 16_384,
} as const;

/** Version of the protocol spoken here; a socket that greets with another is refused. */
export const PROTOCOL_VERSION = 1;
