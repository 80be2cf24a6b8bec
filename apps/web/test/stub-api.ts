import type { ServerResponse } from 'node:http';
import { encodeCbor } from '@navette/codec';
import { failureToWire, frameworkErrors } from '@navette/protocol';
import type { ApiHandler } from './static-server.ts';

/** How the stub server behaves; a test changes it at any time. */
export interface StubApi {
	mode: 'silent' | 'refuses' | 'answers';
	/** `authorization` of every request */
	readonly seen: string[];
	readonly handle: ApiHandler;
}

const answer = (response: ServerResponse, status: number, body: unknown) =>
	response.writeHead(status, { 'content-type': 'application/cbor' }).end(encodeCbor(body));

const role = {
	...{ right: 'CO/dupleix.3', usage: 'CO', gc: 'dupleix', co: 3 },
	...{ carte: { nom: 'Camille Ortega', init: 'CO' }, gps: [], gcs: [] },
};
const animator = {
	...role,
	right: 'GC/dupleix',
	usage: 'GC',
	carte: { nom: 'Dupleix', init: 'DU' },
};

/** Just enough of a server for the shell: the report of roles, a refusal, or silence. */
export const createStubApi = (): StubApi => {
	const api: StubApi = {
		mode: 'answers',
		seen: [],
		handle(request, response) {
			api.seen.push(request.headers.authorization ?? '');
			if (api.mode === 'silent') return;
			const refused = failureToWire(frameworkErrors, { code: 'E-TOKEN' });
			if (api.mode === 'refuses') answer(response, 401, { error: refused });
			else if (request.url === '/api/demo/report/Moi')
				answer(response, 200, { result: { roles: [role, animator] }, asOf: Date.now() });
			else response.writeHead(503).end();
		},
	};
	return api;
};
