import { ok } from '@navette/core';
import type { DirectoryWire } from '@navette/directory/client';
import type { Server } from '@navette/server';

/** Speaks with the directory that this very server hosts, without the network. */
export const directoryHere = (server: Pick<Server, 'fetch'>): DirectoryWire => ({
	async request(path, body, headers) {
		const answer = await server.fetch(
			new Request(`http://here${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/cbor', accept: 'application/cbor', ...headers },
				body: new Uint8Array(body),
			}),
		);
		return ok({ status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) });
	},
});
