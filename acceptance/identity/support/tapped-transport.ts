import { createWebTransport, type Transport } from '@navette/client';

/** A transport that keeps all that goes through it, both ways. */
export const tappedTransport = (baseUrl: string) => {
	const inner = createWebTransport({ baseUrl });
	const heard: Buffer[] = [];
	const note = (...parts: readonly (string | Uint8Array)[]): void => {
		for (const part of parts) heard.push(Buffer.from(part));
	};
	const transport: Transport = {
		async request(path, body, headers) {
			note(path, body, JSON.stringify(headers));
			const answer = await inner.request(path, body, headers);
			if (answer.ok) note(answer.value.body);
			return answer;
		},
		connect: inner.connect,
	};
	return { transport, all: (): Buffer => Buffer.concat(heard) };
};
