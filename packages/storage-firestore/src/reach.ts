import { once } from 'node:events';
import { connect } from 'node:net';
import { StorageFault } from '@navette/storage';

/**
 * Whether something listens at `host:port`; else a fault that says why. Asked before the client is,
 * which tries for a minute when nothing does.
 */
export const reach = async (address: string): Promise<void> => {
	const { hostname, port } = new URL(`http://${address}`);
	const socket = connect(Number(port), hostname);
	try {
		await once(socket, 'connect');
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new StorageFault('io', `nothing answers at ${address}: ${why}`, error);
	} finally {
		socket.destroy();
	}
};
