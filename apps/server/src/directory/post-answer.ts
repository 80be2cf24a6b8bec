import type { DirectoryDeps } from '@navette/directory/server';

const TIMEOUT_MS = 10_000;

/**
 * Posts JSON to an operation of a service: the address comes from what its operator declared. No
 * redirection is followed, the body of the answer is thrown away. `undefined` = nothing answered.
 */
export const postAnswer: DirectoryDeps['post'] = async (url, headers, body, signal) => {
	try {
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
		});
		await answer.body?.cancel();
		return answer.status;
	} catch (error) {
		// A connection refused, a name unknown, a timeout: fetch says all of them by these two.
		if (error instanceof TypeError || error instanceof DOMException) return undefined;
		throw error;
	}
};
