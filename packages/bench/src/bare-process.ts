import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { WebSocketServer } from 'ws';

/**
 * The same hops with nothing in between: a POST answered after an fsynced append, one WebSocket
 * message to each listener, one GET. What a measure is compared with, in the same run.
 */
const [data = ''] = process.argv.slice(2);
const file = openSync(path.join(data, 'bare.log'), 'a');
let last: Buffer = Buffer.alloc(0);
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const http = createServer((request, response) => {
	if (request.method === 'GET') {
		response.end(last);
		return;
	}
	const parts: Buffer[] = [];
	request.on('data', (part: Buffer) => parts.push(part));
	request.on('end', () => {
		last = Buffer.concat(parts);
		writeSync(file, last);
		fsyncSync(file);
		const message = last.subarray(0, 120);
		for (const socket of sockets.clients) socket.send(message);
		response.end();
	});
});
http.on('upgrade', (request, stream, head) => {
	sockets.handleUpgrade(request, stream, head, () => undefined);
});
http.listen(0, '127.0.0.1', () => {
	process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
});
process.on('disconnect', () => {
	closeSync(file);
	process.exit(0);
});
