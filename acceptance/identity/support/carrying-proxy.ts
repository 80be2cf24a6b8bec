import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that was carried. */
export interface Carried {
	readonly path: string;
	readonly asked: Buffer;
	readonly answered: Buffer;
}

/** A proxy that carries requests to a server, keeps all it sees, and changes what it is told to. */
export interface CarryingProxy {
	readonly url: string;
	readonly carried: Carried[];
	/** What it makes of bytes on one of the two ways. */
	change: ((bytes: Buffer) => Buffer) | undefined;
	when: 'answered' | 'asked';
	close(): Promise<void>;
}

const bytesOf = async (message: IncomingMessage): Promise<Buffer> => {
	const parts: Buffer[] = [];
	for await (const part of message) parts.push(part);
	return Buffer.concat(parts);
};

/** Starts it on loopback, before the server at `to`. */
export const startCarryingProxy = async (to: () => string): Promise<CarryingProxy> => {
	const carry = async (message: IncomingMessage): Promise<{ status: number; body: Buffer }> => {
		const path = message.url ?? '/';
		const came = await bytesOf(message);
		const asked = proxy.when === 'asked' && proxy.change ? proxy.change(came) : came;
		const answer = await fetch(`${to()}${path}`, {
			method: 'POST',
			headers: { 'content-type': message.headers['content-type'] ?? '' },
			body: new Uint8Array(asked),
		});
		const gave = Buffer.from(await answer.arrayBuffer());
		const answered = proxy.when === 'answered' && proxy.change ? proxy.change(gave) : gave;
		proxy.carried.push({ path, asked, answered });
		return { status: answer.status, body: answered };
	};
	const server = createServer((message, response) => {
		carry(message).then(
			({ status, body }) => response.writeHead(status).end(body),
			(error: unknown) => response.destroy(error instanceof Error ? error : undefined),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const proxy: CarryingProxy = {
		...{ url: `http://127.0.0.1:${port}`, carried: [], change: undefined, when: 'answered' },
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return proxy;
};
